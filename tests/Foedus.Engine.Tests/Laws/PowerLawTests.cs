using System.Collections.Immutable;
using Foedus.Charter.Binding;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Tests.Laws;

/// <summary>No act is accepted without a reason that gives the power for it, and somebody of whom the charter knows nothing has none.</summary>
public sealed class PowerLawTests
{
    /// <summary>What anybody may do, since nothing follows from it, or since the clause says "any applicant" or "any person".</summary>
    internal static readonly Verb[] Anybody = [Verb.Records, Verb.Notifies, Verb.CallsUpon, Verb.Applies, Verb.Starts];

    /// <summary>The reasons that name a provision or a right from which the power comes.</summary>
    internal static readonly GroundKind[] Powers =
    [
        GroundKind.Power, GroundKind.Demanded, GroundKind.Elects, GroundKind.Opened, GroundKind.StatedBy, GroundKind.FoundBy, GroundKind.AtStage,
        GroundKind.OwnRight, GroundKind.Execution, GroundKind.Founding, GroundKind.Report, GroundKind.Rule, GroundKind.Carried, GroundKind.NotCarried,
        GroundKind.Quorum, GroundKind.NoQuorum, GroundKind.Tied, GroundKind.TestOpen, GroundKind.DutyDone, GroundKind.DutyWaits, GroundKind.SeatsCertified, GroundKind.Mandate,
        GroundKind.VotesOf, GroundKind.VacancyFilled, GroundKind.Confirmed, GroundKind.NotConfirmed, GroundKind.NobodyInFavour, GroundKind.NoWayToCarry, GroundKind.VoteOpen,
    ];

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Cases.Examples.Folder("")).Concat(Directory.GetDirectories(Provisions)).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    private static string Provisions => Path.Combine(Cases.Examples.Folder(""), "..", "tests", "provisions");

    [Theory, MemberData(nameof(Folders))]
    public void Every_accepted_act_has_a_reason_that_gives_the_power(string folder)
    {
        foreach (var (_, _, ruling) in Lives(folder))
        {
            foreach (var branch in ruling.Branches.Where(b => b.Verdict == Verdict.Accepted && !Anybody.Contains(ruling.Act.Verb)))
                Assert.True(branch.Grounds.Any(g => Powers.Contains(g.Message)), $"act of {ruling.Act.Done}, {ruling.Act.Verb}: {string.Join("; ", branch.Grounds)}");
        }
    }

    [Theory, MemberData(nameof(Folders))]
    public void Whom_the_charter_does_not_know_does_nothing_that_somebody_else_may(string folder)
    {
        foreach (var (state, books, ruling) in Lives(folder))
        {
            if (ruling.Verdict != Verdict.Accepted || Anybody.Contains(ruling.Act.Verb))
                continue;
            foreach (var kind in new[] { ThingKind.Outside, ThingKind.Person })
            {
                // A natural person is somebody where the charter speaks of persons or applicants; who hands in electors' names need be none.
                if (OpenToAll(books, ruling.Act) || MayBeMember(books, ruling.Act) || ruling.Act.Seconders is "electors" or "elector")
                    continue;
                var stranger = books.Roll.Add(kind, "Zebulon");
                var tried = Judge.Rule(state, ruling.Act with { By = [stranger] });
                Assert.True(tried.Verdict != Verdict.Accepted, $"{ruling.Act.Verb} by a {kind}: {string.Join("; ", tried.Branches[0].Grounds)}");
            }
        }
    }

    /// <summary>Whether a procedure may be opened by any person or applicant.</summary>
    private static bool OpenToAll(Rulebooks books, Act act) =>
        act.Verb is Verb.Introduces && books.Federation.Editions.SelectMany(e => e.Procedures).SelectMany(p => p.Opened).SelectMany(o => o.Fillers)
            .SelectMany(o => o.By.Parties).Any(p => p.Kind is PartyKind.Person or PartyKind.Applicant or PartyKind.Outside);

    /// <summary>Whether somebody of whom nothing is on record may be a member who casts: where seats are a number and belong to no unit.</summary>
    private static bool MayBeMember(Rulebooks books, Act act) =>
        act.Verb is Verb.Casts && books.Federation.Editions.SelectMany(e => e.Bodies).SelectMany(b => b.Seats).SelectMany(s => s.Formula.Fillers).Any(f => f is SeatFormula.Number);

    /// <summary>The federation of a folder of the examples or the provisions.</summary>
    internal static Federation Read(string folder)
    {
        var path = Path.Combine(Cases.Examples.Folder(""), folder);
        return FederationFolder.Read(Directory.Exists(path) ? path : Path.Combine(Provisions, folder));
    }

    /// <summary>Every act of the cases of a folder, each with the state in which it is ruled on.</summary>
    private static List<(State State, Rulebooks Books, Ruling Ruling)> Lives(string folder)
    {
        var federation = Read(folder);
        var lives = new List<(State, Rulebooks, Ruling)>();
        if (federation.Editions.IsEmpty)
            return lives;
        foreach (var text in federation.Cases.Where(c => c.Clause.Child("after-act") is null))
        {
            var books = new Rulebooks(federation);
            var reader = new ActReader(books);
            ImmutableArray<Foedus.Charter.Syntax.ClauseSyntax> clauses = [.. text.Clause.Children.Where(c => c.Is("start") || c.Is("given"))];
            var acts = reader.ReadGivens(clauses, 1, Day.From(federation.Editions[0].From), 0);
            var replay = new Replay(State.Opening(books));
            foreach (var act in acts)
            {
                var before = replay.State;
                lives.Add((before, books, replay.Step(act)));
            }
        }

        return lives;
    }
}
