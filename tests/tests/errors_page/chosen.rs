//! The ten mistakes of the page: those that are told nowhere else, or not before it is too late.

/// A mistake, by the file that shows it.
pub(crate) struct Mistake {
    /// What happened, as one would say it.
    pub(crate) title: &'static str,
    /// The file in `tests/ui`, without its extension.
    pub(crate) file: &'static str,
    /// What to do about it, in one sentence.
    pub(crate) mend: &'static str,
}

pub(crate) const MISTAKES: &[Mistake] = &[
    Mistake {
        title: "A clause is misspelt",
        file: "words/misspelt_clause",
        mend: "Write the clause that is meant: the nearest one is named.",
    },
    Mistake {
        title: "A role does not exist",
        file: "vocabulary/unknown_variant",
        mend: "Write a variant that the [vocabulary](derive@crate::Vocabulary) has: a role that \
               is renamed or removed is told at every use.",
    },
    Mistake {
        title: "It is open to everyone, and asks for a role",
        file: "access/anonymous_beside_roles",
        mend: "Keep one of the two, or say on which verbs everyone may enter: `anonymous(GET)`.",
    },
    Mistake {
        title: "It is open on every verb that it has",
        file: "access/anonymous_covers_every_verb",
        mend: "This is a warning, and here an error only as the crate denies it: leave \
               a verb out of `anonymous`, or write `accept(dormant)` if it is meant for a while.",
    },
    Mistake {
        title: "A verb has no route",
        file: "access/anonymous_verb_without_route",
        mend: "Give the verb a route, or take it out of the clause.",
    },
    Mistake {
        title: "One list makes the other pointless",
        file: "access/any_list_met_by_all_list",
        mend: "Both clauses must hold, so remove the name from one of the two lists.",
    },
    Mistake {
        title: "A role in a list can never help",
        file: "weigh/entry_that_can_never_help",
        mend: "Remove the role from the list, or the condition that keeps its owners out.",
    },
    Mistake {
        title: "Nobody can meet the policy",
        file: "across/policy_that_nobody_meets",
        mend: "Change one of the policies, or join them by `||`: the mistake is told although it \
               takes all three of them.",
    },
    Mistake {
        title: "The group forbids what the endpoint demands",
        file: "across/group_forbids_what_endpoint_demands",
        mend: "Change one of the two, or take the endpoint out of the group: a group only ever \
               tightens.",
    },
    Mistake {
        title: "The handler reads more of the path than there is",
        file: "across/path_with_too_few_parameters",
        mend: "Take as many parameters as the prefixes of the groups and the path have together, \
               or name more in the path.",
    },
];
