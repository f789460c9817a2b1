namespace Foedus.Charter.Tests.Checks;

/// <summary>For each check, a text that it warns of and one that it does not; both stand after the head and the body Council.</summary>
internal static class CheckCases
{
    private const string Bill = "art 2 procedure Bill: opened by Council\n  stage Vote: before Council; within 1 month; on approval -> Law; otherwise -> Lost\n  end Law\n  end Lost\n";

    public static TheoryData<string, string, string> All { get; } = new()
    {
        {
            "FD0440",
            "art 2 deciding Big in Council: needs all members\nart 3 deciding in Council: needs more than half of members; abstention not counted; quorum none; tie lost",
            "art 2 deciding Big in Council: needs all members; abstention not counted; quorum none; tie lost\nart 3 deciding in Council: needs more than half of members; abstention not counted; quorum none; tie lost"
        },
        { "FD0450", "art 2 procedure Bill: opened by Council\n  stage Vote: before Council; within 1 month; on approval -> Law; otherwise -> Lost\n  end Law becomes statute\n  end Lost", "art 2 procedure Bill: opened by Council\n  stage Vote: before Council; within 1 month; on approval -> Law; otherwise -> Lost\n  end Law\n  end Lost" },
        { "FD0454", "art 2 change dissolution of the federation: by Council; takes effect at once; effect on everything else stay", "art 2 change dissolution of any state: by Council; takes effect at once; effect on everything else stay" },
        { "FD0451", "art 2 change departure of any state: by notice of that state; takes effect at once; effect on everything else stay", "art 2 change secession of any state: by notice of that state; takes effect at once; effect on everything else stay" },
        { "FD0452", "art 2 change secession of any state: by notice of that state; takes effect at once; effect on pending matters are recomputed; effect on everything else stay", "art 2 change secession of any state: by notice of that state; takes effect at once; effect on pending matters end at once; effect on everything else stay" },
        { "FD0453", "art 2 procedure Joining: opened by any applicant\n  stage Vote: before Council; on approval -> Joined; otherwise -> Not-Joined\n  end Joined\n  end Not-Joined\nart 3 change admission of any state: by procedure Joining; takes effect at once; effect on everything else begin at once", "art 2 procedure Joining: opened by any applicant\n  stage Vote: before Council; on approval -> Joined; otherwise -> Not-Joined\n  end Joined becomes admission\n  end Not-Joined\nart 3 change admission of any state: by procedure Joining; takes effect at once; effect on everything else begin at once" },
        { "FD0460", "art 2 about Council\n  declares \"the Chair presides\"", "art 2 office Chair: chosen by Council; term 1 year" },
        { "FD0432", "art 2\n  body A: seats ex officio B; chosen by Council; term 1 year\n  body B: seats ex officio A; chosen by Council; term 1 year", "art 2\n  body A: seats ex officio B; chosen by Council; term 1 year\n  body B: seats 3; chosen by Council; term 1 year" },
        { "FD0401", "art 2 body House: seats 5; chosen by Council", "art 2 body House: seats 5; chosen by Council; term unspecified" },
        { "FD0402", "art 2 about Council\n  session ordinary, 2 a year: convened by Council", "art 2 about Council\n  session ordinary, 2 a year: convened by at least 2 states" },
        { "FD0403", "art 2 instrument decree: by Council; binds every state; in force at once", "art 2 instrument decree: by Council; binds every state; in force at once\nart 3 remedy Annulment: by any state; against decree of Council; to Council; effect void from the day" },
        {
            "FD0404",
            "art 2 procedure Bill: opened by Council\n  stage Vote: before Council; otherwise -> Signature\n  stage Signature: before Head; on signature -> Law\n  end Law\nart 3 office Head: chosen by Council; term 1 year",
            "art 2 procedure Bill: opened by Council\n  stage Vote: before Council; otherwise -> Second\n  stage Second: before Council; otherwise -> Law\n  end Law\nart 3 about Council\n  session ordinary, 2 a year: convened by any state"
        },
        { "FD0405", "art 2 procedure Bill: opened by Council\n  stage Vote: before Council; within 1 month; on approval -> Law; on rejection -> Law\n  end Law", Bill },
        { "FD0406", "art 2 procedure Bill: opened by Council\n  stage Vote: before Council; within 1 month; on approval -> Law; on no decision -> Law\n  end Law", Bill },
        { "FD0407", Bill + "art 3 about Bill\n  stage Second: before Council; within 1 month; otherwise -> Lost", Bill },
        { "FD0408", Bill + "art 3 about Bill\n  end Forgotten", Bill },
        {
            "FD0409",
            "art 2 procedure Bill: opened by Council\n  stage One: before Council; on approval -> Two; otherwise -> Lost\n  stage Two: before Council; on approval -> Law; on amendment -> One; otherwise -> Lost\n  end Law\n  end Lost",
            "art 2 procedure Bill: opened by Council\n  stage One: before Council; on approval -> Two; otherwise -> Lost\n  stage Two: before Council; within 1 year; on approval -> Law; on amendment -> One; otherwise -> Lost\n  end Law\n  end Lost"
        },
        {
            "FD0410",
            "art 2 body House: chosen by each state; term 1 year\n  seats 1 per 10 electors of each town: remainder dropped; figures latest return\n  seats 1 per 10 inhabitants of each state: remainder dropped; figures latest return",
            "art 2 body House: chosen by each state; term 1 year\n  seats 1 per 10 electors of each town: remainder dropped; figures latest return\n  seats 1 per 10 inhabitants of each state: remainder dropped; figures latest return; overlap left out"
        },
        {
            "FD0411",
            "art 2 competence of the federation: held alone; matter a war; the rest each state; acting outside void from the start\nart 3 competence of each state: held together; matter b war",
            "art 2 competence of the federation: held together; matter a war; the rest each state; acting outside void from the start\nart 3 competence of each state: held together; matter b war"
        },
        {
            "FD0412",
            "art 2 duty Report: on Council; to \"report\"; within 1 month of election of Council; if missed remedy Complaint\nart 3 remedy Complaint: by any state; against decree of Council; effect must act\nart 4 instrument decree: by Council; binds every state; in force at once",
            "art 2 duty Report: on Council; to \"report\"; within 1 month of election of Council; if missed remedy Complaint\nart 3 remedy Complaint: by any state; against omission of Council; effect must act"
        },
        {
            "FD0413",
            "art 2 body House: chosen by each state; term 1 year\n  seats by bands of inhabitants of each state: figures latest return; up to 500 1; up to 400 2; above 500 3",
            "art 2 body House: chosen by each state; term 1 year\n  seats by bands of inhabitants of each state: figures latest return; up to 400 1; up to 500 2; above 500 3"
        },
        {
            "FD0414",
            "art 2 body House: chosen by each state; term 1 year\n  seats by bands of inhabitants of each state: figures latest return; up to 400 1; up to 500 2",
            "art 2 body House: chosen by each state; term 1 year\n  seats by bands of inhabitants of each state: figures latest return; up to 400 1; above 400 2"
        },
        {
            "FD0415",
            "art 2 body House: chosen by each state; term 1 year\n  seats by bands of inhabitants of each state: figures latest return; up to 400 5; above 400 2",
            "art 2 body House: chosen by each state; term 1 year\n  seats by bands of inhabitants of each state: figures latest return; up to 400 2; above 400 5"
        },
        {
            "FD0416",
            "art 2 office Head: chosen by Board; term 1 year\nart 3 body Board: seats 3; chosen by Head; term 1 year",
            "art 2 office Head: chosen by Board; term 1 year\nart 3 body Board: seats 3; chosen by Head or each state; term 1 year"
        },
        {
            "FD0417",
            "art 2 body Board: seats 3; chosen by Council; term 1 year\n  acts for Council between its sessions: exclusive powers included\nart 3 procedure Revision: opened by Board\n  stage Vote: before Council alone; within 1 year; otherwise -> Kept\n  end Kept",
            "art 2 body Board: seats 3; chosen by Council; term 1 year\n  acts for Council between its sessions: exclusive powers not included\nart 3 procedure Revision: opened by Board\n  stage Vote: before Council alone; within 1 year; otherwise -> Kept\n  end Kept"
        },
        {
            "FD0418",
            "art 2 body Board: seats 3; chosen by Council; term 1 year\n  acts for Council between its sessions: exclusive powers unspecified (included | not included)\nart 3 procedure Revision: opened by Board\n  stage Vote: before Council alone; within 1 year; otherwise -> Kept\n  end Kept",
            "art 2 body Board: seats 3; chosen by Council; term 1 year\n  acts for Council between its sessions: exclusive powers unspecified (included | not included)"
        },
        { "FD0420", "languages en, fr\nart 2 instrument decree: by Council; binds every state; in force at once; published in en", "languages en, fr\nart 2 instrument decree: by Council; binds every state; in force at once; published in every language of the charter" },
        { "FD0421", "languages en\nart 2 instrument decree: by Council; binds every state; in force at once; published in en, fr", "languages en\nart 2 instrument decree: by Council; binds every state; in force at once; published in en" },
        { "FD0422", "art 2 protects art 11", "art 2 protects art 1" },
        { "FD0423", "art 2 body Board: seats 7; chosen by Council; term 1 year\nart 3 deciding in Board: needs at least 8 members", "art 2 body Board: seats 7; chosen by Council; term 1 year\nart 3 deciding in Board: needs at least 7 members" },
        { "FD0424", "art 2 deciding in Council: quorum at least 0 members", "art 2 deciding in Council: quorum at least 1 members" },
        { "FD0425", "art 2 deciding Council: needs all members\nart 3 procedure Bill: opened by Council\n  stage Vote: before Council; decided by Council; otherwise -> Law\n  end Law", "art 2 deciding Big: needs all members\nart 3 procedure Bill: opened by Council\n  stage Vote: before Council; decided by Big; otherwise -> Law\n  end Law" },
        { "FD0441", "art 2 body House\n  seats 5\n  chosen by Council\n  term 1 year\n  chamber Upper: seats 3; chosen by Council; term 1 year", "art 2 body House\n  chamber Upper: seats 3; chosen by Council; term 1 year" },
        {
            "FD0442",
            "art 2 procedure Bill: opened by Council\n  stage Wait: before Council; on objection by at most 2 states -> Law; otherwise -> Law\n  end Law",
            "art 2 procedure Bill: opened by Council\n  stage Wait: before Council; on objection by at least 2 states -> Law; otherwise -> Law\n  end Law"
        },
        { "FD0429", "art 2 deciding Big: needs all members", "art 2 deciding Big in Council: needs all members" },
        {
            "FD0430",
            "fact Hurry by Council\nfact Calm by Council\nart 2 deciding Big in Council: needs all members\nart 3 deciding One: instead of Big, when Hurry\nart 4 deciding Two: instead of Big, when Calm",
            "fact Hurry by Council\nart 2 deciding Big in Council: needs all members\nart 3 deciding One: instead of Big, when Hurry"
        },
        { "FD0431", "art 2 deciding Big in Council: needs all members\nart 3 deciding Small in Council: needs more than half of votes cast", "art 2 deciding Big in Council: needs all members\nart 3 deciding in Council: needs more than half of votes cast" },
    };
}
