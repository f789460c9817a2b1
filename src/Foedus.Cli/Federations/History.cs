using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Cli.Hosting;
using Foedus.Cli.Texts;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;

namespace Foedus.Cli.Federations;

/// <summary>What was done in a federation, ruled on act by act, and the state that it leads to.</summary>
internal sealed class History
{
    private History(FederationInput input, AssumptionChoice assumptions, Rulebooks books)
    {
        Input = input;
        Assumptions = assumptions;
        Books = books;
        Reader = new ActReader(books);
    }

    public FederationInput Input { get; }

    public AssumptionChoice Assumptions { get; }

    public Rulebooks Books { get; }

    /// <summary>Knows the names that the journals use.</summary>
    public ActReader Reader { get; private set; }

    public IReadOnlyList<RuledAct> Acts { get; private set; } = [];

    /// <summary>What is wrong with the journals, and the rulings in them that differ from those found now.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; private set; } = [];

    /// <summary>The state after the last act.</summary>
    public State State { get; private set; } = null!;

    /// <summary>The day of the latest act; without any, the day on which the latest edition in force came into force.</summary>
    public Day LastDay { get; private set; }

    /// <summary>Replays the journals.</summary>
    /// <param name="input">The federation.</param>
    /// <param name="assumptions">Whose assumptions are used for the verdicts.</param>
    /// <param name="rehearse">Whether the rehearsal is played after the journals.</param>
    /// <param name="edition">The edition by which every act is judged; null: that of its day.</param>
    /// <exception cref="UsageProblem">There is no edition, or more than one rehearsal to choose from.</exception>
    public static History Of(FederationInput input, AssumptionChoice assumptions, bool rehearse = false, int? edition = null)
    {
        if (input.Federation.Editions.IsEmpty)
            throw new UsageProblem(Text.Of("NoEditionToRule", input.Path), Text.Of("NoEditionToRuleHint", input.Argument));
        var history = new History(input, assumptions, new Rulebooks(input.Federation));
        if (edition is { } number && history.Books.Edition(number) is null)
            throw new UsageProblem(Text.Of("NoSuchEdition", input.Title, number), Text.Of("EditionsThereAre", string.Join(", ", input.Federation.Editions.Select(e => e.Number))));
        history.Replay(Journals(input, rehearse), edition ?? 0);
        return history;
    }

    /// <summary>Whether there is a rehearsal that was not played.</summary>
    public bool HasUnplayedRehearsal => Input.Federation.Journals.Any(j => j.IsRehearsal) && !Acts.Any(a => a.Journal.IsRehearsal);

    /// <summary>The act with a number, of the journals that were played; the last one of that number.</summary>
    public RuledAct? Act(int number) => Acts.LastOrDefault(a => a.Act.Number == number);

    /// <summary>The rules by which a question is answered.</summary>
    public Rulebook BookAt(Day day, int? edition) => edition is { } number ? Books.Edition(number)! : Books.InForceAt(State.At(day));

    private void Replay(IReadOnlyList<JournalText> journals, int edition)
    {
        // Everything is read before anything is ruled on, so that an act may name what a later one brings into use.
        var readings = journals.Select(j => (Journal: j, Reading: Reader.Read(j))).ToList();
        var replay = new Replay(State.Opening(Books));
        var acts = new List<RuledAct>();
        var problems = new DiagnosticBag();
        foreach (var (journal, reading) in readings)
        {
            problems.AddRange(reading.Diagnostics);
            var first = acts.Count;
            foreach (var entry in reading.Entries)
            {
                var act = edition > 0 ? entry.Act with { UnderEdition = edition } : entry.Act;
                var ruling = replay.Step(act);
                acts.Add(new RuledAct(journal, entry with { Act = act }, ruling, ruling.Under(Assumptions.Set), acts.Count + 1));
            }

            problems.AddRange(RulingComparison.Compare([.. reading.Entries], [.. acts.Skip(first).Select(a => a.Ruling)]));
        }

        Acts = acts;
        Problems = problems.ToSorted();
        State = replay.State;
        LastDay = acts.Count > 0
            ? acts.Select(a => a.Act.Done).Max()
            : Day.From(Input.Federation.Editions.Where(e => e.Status != EditionStatus.Proposed).Select(e => e.From).DefaultIfEmpty(Input.Federation.Editions[0].From).Max());
    }

    // The journals that happened, in the order of their names; then the rehearsal, which goes on from the journal that it names.
    private static List<JournalText> Journals(FederationInput input, bool rehearse)
    {
        var real = input.Federation.Journals.Where(j => !j.IsRehearsal).OrderBy(j => j.Path, StringComparer.Ordinal).ToList();
        var rehearsals = input.Federation.Journals.Where(j => j.IsRehearsal).OrderBy(j => j.Path, StringComparer.Ordinal).ToList();
        var named = input.Federation.Journals.FirstOrDefault(j => string.Equals(j.Path, input.OnlyFile, StringComparison.Ordinal));
        if (named is { IsRehearsal: false } && !rehearse)
            return [named];
        var rehearsal = named is { IsRehearsal: true } ? named : rehearse ? One(input, rehearsals) : null;
        if (rehearsal is null)
            return real;
        if (rehearsal.After is { } after)
        {
            var last = real.FindIndex(j => string.Equals(Path.GetFileName(j.Path), after, StringComparison.Ordinal));
            if (last < 0)
                throw new UsageProblem(Text.Of("RehearsalAfterNothing", rehearsal.Path, after), Text.Of("RehearsalAfterNothingHint"));
            real.RemoveRange(last + 1, real.Count - last - 1);
        }

        return [.. real, rehearsal];
    }

    private static JournalText One(FederationInput input, List<JournalText> rehearsals) => rehearsals switch
    {
        [var only] => only,
        [] => throw new UsageProblem(Text.Of("NoRehearsal", input.Path), Text.Of("NoRehearsalHint")),
        _ => throw new UsageProblem(Text.Of("ManyRehearsals", input.Path, rehearsals.Count), Text.Of("ManyRehearsalsHint", rehearsals[0].Path)),
    };
}
