//! The verb: the one of the request line, letter by letter.

use super::Row;

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // Verbs that nobody serves
    ("TRACE", b"TRACE /any HTTP/1.1\r\nHost: a\r\n\r\n", "405 GET, HEAD"),
    ("TRACE as admin", b"TRACE /admin HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <admin>\r\n\r\n", "405 GET, HEAD"),
    ("TRACE on an open path", b"TRACE /open HTTP/1.1\r\nHost: a\r\n\r\n", "405 GET, HEAD"),
    ("OPTIONS", b"OPTIONS /any HTTP/1.1\r\nHost: a\r\n\r\n", "405 GET, HEAD"),
    ("OPTIONS as a browser asks", b"OPTIONS /both HTTP/1.1\r\nHost: a\r\nOrigin: https://b\r\nAccess-Control-Request-Method: PUT\r\n\r\n", "405 POST, PUT"),
    ("PROPFIND", b"PROPFIND /any HTTP/1.1\r\nHost: a\r\n\r\n", "405 GET, HEAD"),
    ("an unknown verb", b"BREW /admin HTTP/1.1\r\nHost: a\r\n\r\n", "405 GET, HEAD"),
    ("an unknown verb with a token", b"BREW /admin HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <admin>\r\n\r\n", "405 GET, HEAD"),
    ("a verb of symbols", b"!#$%&'*+-.^_`|~ /any HTTP/1.1\r\nHost: a\r\n\r\n", "400; closed | 405 GET, HEAD"),
    ("get", b"get /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\n\r\n", "405 GET, HEAD"),
    ("Get", b"Get /admin HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <admin>\r\n\r\n", "405 GET, HEAD"),
    ("head", b"head /any HTTP/1.1\r\nHost: a\r\n\r\n", "405 GET, HEAD"),
    ("post where POST is open", b"post /both HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", "405 POST, PUT; closed"),
    ("put", b"put /both HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <admin>\r\nContent-Length: 1\r\n\r\nx", "405 POST, PUT; closed"),
    ("GETT", b"GETT /open HTTP/1.1\r\nHost: a\r\n\r\n", "405 GET, HEAD"),
    ("POST where GET is", b"POST /any HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", "405 GET, HEAD; closed"),
    ("GET where POST is", b"GET /both HTTP/1.1\r\nHost: a\r\n\r\n", "405 POST, PUT"),
    ("HEAD where POST is", b"HEAD /both HTTP/1.1\r\nHost: a\r\n\r\n", "405 POST, PUT"),
    ("M-SEARCH", b"M-SEARCH /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\n\r\n", "405 GET, HEAD"),
    ("a verb that is not served, and two tokens", b"DELETE /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a b\r\n\r\n", "405 GET, HEAD"),
    ("a path that is not served, and two tokens", b"GET /tea HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a b\r\n\r\n", "404"),
    ("an unknown verb and path", b"BREW /tea HTTP/1.1\r\nHost: a\r\n\r\n", "404"),
    ("CONNECT to a host", b"CONNECT any:80 HTTP/1.1\r\nHost: a\r\n\r\n", "404; closed"),
    ("CONNECT to a path", b"CONNECT /any HTTP/1.1\r\nHost: a\r\n\r\n", "405 GET, HEAD; closed"),
    ("CONNECT to a path as admin", b"CONNECT /admin HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <admin>\r\n\r\n", "405 GET, HEAD; closed"),
    // HEAD is GET
    ("HEAD by nobody", b"HEAD /any HTTP/1.1\r\nHost: a\r\n\r\n", "401"),
    ("HEAD by eve", b"HEAD /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\n\r\n", "200"),
    ("HEAD for admins by eve", b"HEAD /admin HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\n\r\n", "403 insufficient_scope"),
    ("HEAD for admins by admin", b"HEAD /admin HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <admin>\r\n\r\n", "200"),
    ("HEAD on an open path", b"HEAD /open HTTP/1.1\r\nHost: a\r\n\r\n", "200"),
    ("HEAD with two tokens", b"HEAD /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a b\r\n\r\n", "400 invalid_request"),
    // POST is open, PUT is for admins
    ("POST by nobody", b"POST /both HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", "200 POST nobody x"),
    ("POST by admin", b"POST /both HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <admin>\r\nContent-Length: 1\r\n\r\nx", "200 POST admin x"),
    ("PUT by nobody", b"PUT /both HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", "401; closed"),
    ("PUT by eve", b"PUT /both HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\nContent-Length: 1\r\n\r\nx", "403 insufficient_scope; closed"),
    ("PUT by admin", b"PUT /both HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <admin>\r\nContent-Length: 1\r\n\r\nx", "200 PUT admin x"),
    // Nothing else names the verb
    ("PUT, X-HTTP-Method-Override: POST", b"PUT /both HTTP/1.1\r\nHost: a\r\nX-HTTP-Method-Override: POST\r\nContent-Length: 1\r\n\r\nx", "401; closed"),
    ("PUT, X-HTTP-Method: POST", b"PUT /both HTTP/1.1\r\nHost: a\r\nX-HTTP-Method: POST\r\nContent-Length: 1\r\n\r\nx", "401; closed"),
    ("PUT, X-Method-Override: POST", b"PUT /both HTTP/1.1\r\nHost: a\r\nX-Method-Override: POST\r\nContent-Length: 1\r\n\r\nx", "401; closed"),
    ("PUT, all three, by eve", b"PUT /both HTTP/1.1\r\nHost: a\r\nX-HTTP-Method-Override: POST\r\nX-HTTP-Method: POST\r\nX-Method-Override: POST\r\nAuthorization: Bearer <eve>\r\n\r\n", "403 insufficient_scope"),
    ("PUT, _method=POST in a form", b"PUT /both HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 12\r\n\r\n_method=POST", "401; closed"),
    ("PUT, _method=POST in the query", b"PUT /both?_method=POST HTTP/1.1\r\nHost: a\r\n\r\n", "401"),
    ("POST, X-HTTP-Method-Override: PUT", b"POST /both HTTP/1.1\r\nHost: a\r\nX-HTTP-Method-Override: PUT\r\nContent-Length: 1\r\n\r\nx", "200 POST nobody x"),
    ("POST, X-HTTP-Method: PUT", b"POST /both HTTP/1.1\r\nHost: a\r\nX-HTTP-Method: PUT\r\nContent-Length: 1\r\n\r\nx", "200 POST nobody x"),
    ("POST, X-Method-Override: PUT, by admin", b"POST /both HTTP/1.1\r\nHost: a\r\nX-Method-Override: PUT\r\nAuthorization: Bearer <admin>\r\nContent-Length: 1\r\n\r\nx", "200 POST admin x"),
    ("POST, _method=PUT in a form", b"POST /both HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\n\r\n_method=PUT", "200 POST nobody _method=PUT"),
    ("POST, _method=PUT in the query", b"POST /both?_method=PUT HTTP/1.1\r\nHost: a\r\n\r\n", "200 POST nobody"),
    ("GET, X-HTTP-Method-Override: HEAD", b"GET /admin HTTP/1.1\r\nHost: a\r\nX-HTTP-Method-Override: HEAD\r\n\r\n", "401"),
    ("POST, X-HTTP-Method-Override: GET", b"POST /any HTTP/1.1\r\nHost: a\r\nX-HTTP-Method-Override: GET\r\nAuthorization: Bearer <eve>\r\n\r\n", "405 GET, HEAD"),
    // Not HTTP
    ("no verb", b" /open HTTP/1.1\r\nHost: a\r\n\r\n", "400; closed"),
    ("a verb that is no token", b"G@T /open HTTP/1.1\r\nHost: a\r\n\r\n", "400; closed"),
    ("a verb that is not ASCII", b"G\xc3\x89T /open HTTP/1.1\r\nHost: a\r\n\r\n", "400; closed"),
];
