using System.Collections.Immutable;
using Foedus.Charter.Binding;
using Foedus.Charter.Syntax;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Tests.Laws;

/// <summary>Who acts by its name alone, since nobody was ever chosen for it, is told from who is known.</summary>
public sealed class UnfilledPlaceLawTests
{
    public static TheoryData<string> Folders => PowerLawTests.Folders;

    [Theory, MemberData(nameof(Folders))]
    public void An_office_for_which_no_act_chose_anybody_is_said_to_have_no_holder_on_record(string folder)
    {
        var path = Path.Combine(Cases.Examples.Folder(""), folder);
        var federation = FederationFolder.Read(Directory.Exists(path) ? path : Path.Combine(Cases.Examples.Folder(""), "..", "tests", "provisions", folder));
        foreach (var text in federation.Editions.IsEmpty ? [] : federation.Cases.Where(c => c.Clause.Child("after-act") is null))
        {
            var books = new Rulebooks(federation);
            ImmutableArray<ClauseSyntax> clauses = [.. text.Clause.Children.Where(c => c.Is("start") || c.Is("given"))];
            var acts = new ActReader(books).ReadGivens(clauses, 1, Day.From(federation.Editions[0].From), 0);
            var replay = new Replay(State.Opening(books));
            var chosen = new HashSet<int>();
            foreach (var act in acts)
            {
                var ruling = replay.Step(act);
                var silent = act.By.Where(d => d >= 0 && books.Roll[d].Kind == ThingKind.Office && !chosen.Contains(d)).ToList();
                foreach (var branch in ruling.Branches.Where(b => b.Verdict == Verdict.Accepted && act.Verb != Verb.Starts))
                {
                    foreach (var office in silent.Where(o => replay.State.Books.InForceAt(replay.State.At(act.Done)).Offices.Any(x => x.Name == books.Roll[o].Name)))
                        Assert.Contains(branch.Grounds, g => g.Message == GroundKind.NoHolderOnRecord);
                    if (act.By.All(chosen.Contains) && act.By.Length > 0)
                        Assert.DoesNotContain(branch.Grounds, g => g.Message == GroundKind.NoHolderOnRecord);
                }

                if (act.Verb is Verb.ElectsOffice or Verb.Appoints && ruling.Verdict == Verdict.Accepted)
                    chosen.Add(act.Other);
                else if (act.Verb is Verb.ElectsOffice or Verb.Appoints or Verb.Approves or Verb.Votes)
                    break;
            }
        }
    }
}
