namespace Foedus.Charter.Tests.Binding;

/// <summary>For each message of the binding, a text that has it and one that has not; both stand after <see cref="SmallFederation.Head"/> and the body Council.</summary>
internal static class BindingDiagnosticCases
{
    public static TheoryData<string, string, string> All { get; } = new()
    {
        { "FD0301", "art 2 about Council: vacancy left open\nart 3 about Council: vacancy next in order", "art 2 about Council: vacancy left open" },
        { "FD0302", "art 2 about Council: vacancy filled by Senate", "art 2 about Council: vacancy filled by Council" },
        { "FD0303", "art 2 body House: seats 2 per province; chosen by each state; term 1 year", "art 2 body House: seats 2 per town; chosen by each state; term 1 year" },
        { "FD0304", "art 2 deciding Big in Council: needs more than half of cattle", "art 2 deciding Big in Council: needs more than half of inhabitants" },
        { "FD0305", "art 2 procedure Bill: opened by Council\n  stage Vote: before Council; decided by Big; on approval -> Law; otherwise -> Lost\n  end Law\n  end Lost", "art 2 procedure Bill: opened by Council\n  stage Vote: before Council; on approval -> Law; otherwise -> Lost\n  end Law\n  end Lost" },
        { "FD0306", "art 2 procedure Bill: opened by Council\n  stage Vote: before Council; on approval -> Statute; otherwise -> Lost\n  end Lost", "art 2 procedure Bill: opened by Council\n  stage Vote: before Council; on approval -> Lost; otherwise -> Lost\n  end Lost" },
        { "FD0307", "art 2 procedure Bill: opened by Council when Urgency\n  stage Vote: before Council; otherwise -> Law\n  end Law", "fact Urgency by Council\nart 2 procedure Bill: opened by Council when Urgency\n  stage Vote: before Council; otherwise -> Law\n  end Law" },
        { "FD0308", "art 2 change admission of any applicant: by procedure Entry; takes effect at once; effect on everything else stay", "art 2 change admission of any applicant: by Council; takes effect at once; effect on everything else stay" },
        { "FD0309", "art 2 about Council\n  reserve at least 1 for women\n    if short list refused", "category women \"self-declared\"\nart 2 about Council\n  reserve at least 1 for women\n    if short list refused" },
        { "FD0311", "art 2 body House: seats 5; chosen by Council; term 1 year\n  office Clerk: chosen by House\nart 3 about Council\n  office Clerk: chosen by Council\nart 4 about Council: vacancy filled by Clerk", "art 2 body House: seats 5; chosen by Council; term 1 year\n  office Clerk: chosen by House\nart 3 about Council\n  office Clerk: chosen by Council\nart 4 about Council: vacancy filled by Clerk of House" },
        { "FD0312", "art 2 body Council: seats 3; chosen by each state; term 1 year", "art 2 body House: seats 3; chosen by each state; term 1 year" },
        { "FD0313", "art 2 body House: seats 999_999_999_999; chosen by each state; term 1 year", "art 2 body House: seats 999; chosen by each state; term 1 year" },
        { "FD0314", "kind ward in quarter\nkind quarter in ward", "kind ward in quarter\nkind quarter in town" },
        { "FD0315", "art 1 declares \"peace\"", "art 2 declares \"peace\"" },
        { "FD0318", "art 2 about Council: answers to Council", "art 2 about Council\n  office Clerk: answers to Council; chosen by Council" },
        { "FD0319", "art 2 deciding Big in Ashland: needs all members", "art 2 deciding Big in Council: needs all members" },
        { "FD0321", "art 2 about Council: method Webster", "art 2 body House: seats 9 among states by inhabitants; chosen by each state; term 1 year\nart 3 about House: method Webster; figures latest return" },
        { "FD0333", "kind county in state\nmeasure people of county\nart 2 body House: chosen by each county; term 1 year\n  seats 9 among counties by people: method Webster; figures latest return; least 1 per state", "kind county in state\nmeasure people of county\nart 2 body House: chosen by each county; term 1 year\n  seats 9 among counties by people: method Webster; figures latest return; least 1 per county" },
        { "FD0322", "fact Opinion by Council, positive or negative\nart 2 procedure Bill: opened by Council when Opinion is warm\n  stage Vote: before Council; otherwise -> Law\n  end Law", "fact Opinion by Council, positive or negative\nart 2 procedure Bill: opened by Council when Opinion is positive\n  stage Vote: before Council; otherwise -> Law\n  end Law" },
        { "FD0324", "art 2 duty Report: on Council; to \"report\"; within 1 month of election of Council; if missed remedy Complaint", "art 2 duty Report: on Council; to \"report\"; within 1 month of election of Council; if missed nothing" },
        { "FD0327", "art 2 procedure Bill: opened by Council\n  deciding\n    needs all members\n  stage Vote: before Council; otherwise -> Law\n  end Law", "art 2 procedure Bill: opened by Council\n  deciding in Council\n    needs all members\n  stage Vote: before Council; otherwise -> Law\n  end Law" },
        { "FD0328", "art 2 about Council: vacancy filled by any stat", "art 2 about Council: vacancy filled by any government" },
        { "FD0329", "art 2 about decree: in force at once", "art 2 instrument decree: by Council; binds every state; in force at once" },
        { "FD0330", "art 2 contribution of each state: amount 1 EUR on inhabitants, a year; due 30 February", "art 2 contribution of each state: amount 1 EUR on inhabitants, a year; due 28 February" },
        { "FD0331", "art 2 deciding Big in Council: needs at least 1.5 members\n", "art 2 deciding Big in Council: needs at least 2 members" },
        { "FD0332", "art 2 body House: seats 1 per 0 inhabitants of each state; chosen by each state; term 1 year", "art 2 body House: seats 1 per 10 inhabitants of each state; chosen by each state; term 1 year" },
    };
}
