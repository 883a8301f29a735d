//! The campaigns against every store, in their short form.

use std::path::Path;

use portcullis_campaigns::{Campaign, Form, Kind};

/// One test for each.
macro_rules! campaigns {
    ($($name:ident: $campaign:ident, $kind:ident;)*) => {$(
        #[test]
        fn $name() {
            let program = Path::new(env!("CARGO_BIN_EXE_portcullis-campaigns"));
            let report = Campaign::$campaign.run(Kind::$kind, Form::Short, program);
            assert_eq!(report.outcome(), Ok(()), "{report}");
        }
    )*};
}

campaigns! {
    of_32_at_once_one_renews_in_memory: Races, Memory;
    of_32_at_once_one_renews_in_sqlite: Races, Sqlite;
    of_32_at_once_one_renews_in_postgres: Races, Postgres;
    of_32_at_once_one_renews_in_redis: Races, Redis;
    of_32_at_once_one_renews_in_a_redis_cluster: Races, RedisCluster;

    nothing_survives_a_revocation_in_memory: Revocations, Memory;
    nothing_survives_a_revocation_in_sqlite: Revocations, Sqlite;
    nothing_survives_a_revocation_in_postgres: Revocations, Postgres;
    nothing_survives_a_revocation_in_redis: Revocations, Redis;
    nothing_survives_a_revocation_in_a_redis_cluster: Revocations, RedisCluster;

    no_kill_loses_or_revives_anything_in_sqlite: Kills, Sqlite;
    no_kill_loses_or_revives_anything_in_postgres: Kills, Postgres;
    no_kill_loses_or_revives_anything_in_redis: Kills, Redis;
    no_kill_loses_or_revives_anything_in_a_redis_cluster: Kills, RedisCluster;

    an_outage_of_sqlite_is_told_in_time_and_survived: Faults, Sqlite;
    an_outage_of_postgres_is_told_in_time_and_survived: Faults, Postgres;
    an_outage_of_redis_is_told_in_time_and_survived: Faults, Redis;
    an_outage_of_a_redis_cluster_is_told_in_time_and_survived: Faults, RedisCluster;

    nothing_in_a_dump_of_sqlite_is_a_token: Dump, Sqlite;
    nothing_in_a_dump_of_postgres_is_a_token: Dump, Postgres;
    nothing_in_a_dump_of_redis_is_a_token: Dump, Redis;
    nothing_in_a_dump_of_a_redis_cluster_is_a_token: Dump, RedisCluster;
}
