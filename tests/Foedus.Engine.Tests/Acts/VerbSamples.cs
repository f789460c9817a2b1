using Foedus.Engine.Acts;

namespace Foedus.Engine.Tests.Acts;

/// <summary>One or more lines for every verb, with the names that they need.</summary>
public static class VerbSamples
{
    /// <summary>Acts that bring the names of the other samples into use.</summary>
    public const string Before = """
        act 1 1923-01-01 Council issues D1, decree on trade
        act 2 1923-01-01 Council introduces M1, decision on trade
        act 3 1923-01-01 Congress elects Petrov to Council

        """;

    public static IReadOnlyList<(Verb Verb, string Line)> All { get; } =
    [
        (Verb.Returns, "Ukraine returns inhabitants 26_000_000 as at 1922-01-01"),
        (Verb.Returns, "Ukraine returns inhabitants about 26_000_000"),
        (Verb.Returns, "Ukraine returns inhabitants between 25_000_000 and 27_000_000"),
        (Verb.Returns, "Ukraine returns inhabitants not less than 25_000_000"),
        (Verb.Returns, "Ukraine returns inhabitants not more than 30_000_000"),
        (Verb.Returns, "Ukraine returns inhabitants no data"),
        (Verb.Returns, "Ukraine returns inhabitants restated 26_000_000 as at 1922-01-01"),
        (Verb.Certifies, "Congress certifies Congress, Russia 1_727, Ukraine 364 with 12 women"),
        (Verb.Convenes, "Council convenes Congress, extraordinary for 1923-10-10"),
        (Verb.Opens, "Council opens session of Congress"),
        (Verb.Closes, "Congress adjourns without day"),
        (Verb.Closes, "Congress adjourns until 1924-01-15"),
        (Verb.DemandsSession, "Ukraine and Russia demands session extraordinary of Congress, seconded by 2 republics"),
        (Verb.Demands, "Ukraine demands referendum on M1, seconded by 7 republics"),
        (Verb.ElectsNumber, "Congress elects 371 Council"),
        (Verb.ElectsOffice, "Congress elects Ivanov as Secretary"),
        (Verb.Elects, "Congress elects Ivanov to Council for Ukraine"),
        (Verb.Appoints, "Council appoints Ivanov as Secretary"),
        (Verb.Resigns, "Petrov resigns from Secretary"),
        (Verb.Recalls, "Council recalls Petrov from Secretary"),
        (Verb.Introduces, "member of Council introduces M2, decision on trade by procedure Bill concerning Ukraine"),
        (Verb.Introduces, "Council introduces M2, decision of art 1 and art 2 on trade"),
        (Verb.Amends, "Council amends M1 by T2"),
        (Verb.Withdraws, "Council withdraws M1"),
        (Verb.Votes, "Council votes on M1, for 120, against 1/2, abstaining the rest"),
        (Verb.Votes, "Council votes on M1, for Ukraine, Russia, not taking part Secretary, absent 3, invalid 1"),
        (Verb.Votes, "electors votes on M1, for 1_000, against 900, units 11.5 votes-of-units for, 11.5 against"),
        (Verb.Casts, "Ukraine casts for Russia on M1, for 2"),
        (Verb.Votes, "Congress votes on M1, for 4 in Ukraine, absent the rest in Russia"),
        (Verb.ClosesVote, "Congress closes the vote on M1"),
        (Verb.DrawsLots, "Congress draws lots on M1, against"),
        (Verb.GivesVote, "Ukraine gives its vote to Russia on M1"),
        (Verb.GivesVote, "Ukraine gives its vote to Russia"),
        (Verb.Casts, "Ukraine casts on M1, for 70, against 30"),
        (Verb.Agrees, "Council agrees on M1"),
        (Verb.Fails, "Council does not agree on M1"),
        (Verb.Approves, "Council approves M1"),
        (Verb.Rejects, "Council rejects M1"),
        (Verb.Signs, "Secretary signs M1"),
        (Verb.ReturnsMatter, "Secretary sends back M1"),
        (Verb.Ratifies, "Ukraine ratifies M1, seconded by 36 republics"),
        (Verb.Rescinds, "Ukraine rescinds M1"),
        (Verb.Objects, "Ukraine objects to M1"),
        (Verb.Extends, "Council extends M1 by 1 month"),
        (Verb.Extends, "Council extends M1 by 5 working days"),
        (Verb.Presents, "Council presents M1 to Secretary"),
        (Verb.Issues, "Council issues D2, decree on trade in force 1923-09-01 against D1"),
        (Verb.Publishes, "Council publishes D1 in ru, uk"),
        (Verb.Publishes, "Council publishes D1"),
        (Verb.Repeals, "Council repeals D1"),
        (Verb.Appeals, "Ukraine appeals D1 to Congress"),
        (Verb.Upholds, "Congress upholds D1"),
        (Verb.Annuls, "Congress and Council annuls D1"),
        (Verb.Suspends, "Ukraine suspends D1"),
        (Verb.Lifts, "Congress lifts the suspension of D1"),
        (Verb.Finds, "Congress finds \"exceptional \"\"case\"\"\" of D1 with M1"),
        (Verb.States, "Council states Opinion of M1 = negative"),
        (Verb.States, "Council states Opinion"),
        (Verb.Notifies, "Ukraine notifies Council of D1"),
        (Verb.Fulfils, "Ukraine fulfils Report of D1"),
        (Verb.CallsUpon, "Congress calls upon Council to \"report\""),
        (Verb.GivesNotice, "Ukraine gives notice of secession on 1924-01-01"),
        (Verb.Applies, "Khorezm applies for admission"),
        (Verb.Admits, "Congress admits Khorezm as republic"),
        (Verb.Transfers, "Congress transfers Ukraine to Russia"),
        (Verb.Merges, "Congress merges Ukraine and Russia into Eastern-Republic"),
        (Verb.Links, "Congress links Ukraine as treaty"),
        (Verb.Raises, "Congress raises Ukraine to republic"),
        (Verb.Classes, "Congress classes Secretary as directed"),
        (Verb.Allots, "Congress allots 200_000 to Ukraine"),
        (Verb.Fixes, "Congress fixes budget 1_000_000"),
        (Verb.Spends, "Ukraine spends 250_000"),
        (Verb.Empowers, "Congress empowers Delegation of Ukraine to \"conclude the treaty\""),
        (Verb.Adopts, "Conference adopts Declaration"),
        (Verb.Settles, "Congress settles art 6 method = Webster"),
        (Verb.Interprets, "Congress interprets unsaid tie = lost"),
        (Verb.Corrects, "Congress corrects act 1"),
        (Verb.Recognises, "Congress recognises act 1"),
        (Verb.Records, "Congress records \"a commission is appointed\""),
    ];
}
