using Foedus.Charter.Binding;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;
using Foedus.Secretariat.Ledgers;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Opening;

/// <summary>What was done in a federation, ruled on act by act, and the state that it leads to.</summary>
internal sealed class History
{
    private bool rehearsed;
    private Func<FederationInput, AssumptionChoice> choose = Nothing;
    private bool rehearse;
    private int? edition;

    private History(FederationInput input, AssumptionChoice assumptions, Rulebooks books, ActReader reader)
    {
        Input = input;
        Assumptions = assumptions;
        Books = books;
        Reader = reader;
    }

    public FederationInput Input { get; }

    public AssumptionChoice Assumptions { get; }

    public Rulebooks Books { get; }

    /// <summary>Knows the names that the journals use.</summary>
    public ActReader Reader { get; }

    public IReadOnlyList<RuledAct> Acts { get; private set; } = [];

    /// <summary>The state after the last act.</summary>
    public State State { get; private set; } = null!;

    /// <summary>The day of the latest act; without any, the day on which the latest edition in force came into force.</summary>
    public Day LastDay { get; private set; }

    /// <summary>Replays the journals, or opens the ledger.</summary>
    /// <param name="input">The federation.</param>
    /// <param name="choose">Whose assumptions are used for the verdicts.</param>
    /// <param name="rehearse">Whether the rehearsal is played after the journals.</param>
    /// <param name="edition">The edition by which every act is judged; null: that of its day.</param>
    /// <exception cref="Obstacle">There is no edition, or more than one rehearsal to choose from.</exception>
    public static History Of(FederationInput input, Func<FederationInput, AssumptionChoice> choose, bool rehearse = false, int? edition = null)
    {
        Ruled(input);
        if (input.Ledger is { } ledger && !rehearse && edition is null)
        {
            var opened = input.Places.Read(ledger, store => LedgerState.Open(store, ledger, input, store.Head().Size));
            return Of(opened, choose(opened.Input)).ChosenBy(choose, rehearse, edition);
        }

        var books = new Rulebooks(input.Federation);
        var history = new History(input, choose(input), books, new ActReader(books));
        if (edition is { } number && history.Books.Edition(number) is null)
            throw new Obstacle(Sentence.Of("NoSuchEdition", input.Title, number), Sentence.Of("EditionsThereAre", string.Join(", ", input.Federation.Editions.Select(e => e.Number))));
        history.Replay(Journals(input, rehearse), edition ?? 0);
        return history.ChosenBy(choose, rehearse, edition);
    }

    /// <summary>What a ledger leads to. Its acts are read and ruled on again if somebody asks for them.</summary>
    /// <param name="ledger">The ledger as it was opened.</param>
    /// <param name="assumptions">Whose assumptions are used for the verdicts.</param>
    public static History Of(LedgerState ledger, AssumptionChoice assumptions)
    {
        var history = new History(ledger.Input, assumptions, ledger.Books, ledger.Reader)
        {
            Acts = new OpenedActs(ledger, ledger.State, ledger.Input.JournalOfLedger, assumptions.Set),
            State = ledger.State,
        };
        history.LastDay = history.LatestDay();
        return history;
    }

    /// <summary>
    /// The same history, for one question: what is asked of it or supposed in it, and every name and condition that this brings, is gone with it.
    /// Any number may branch off at once from a history that is not itself asked.
    /// </summary>
    public History Branch()
    {
        var state = State.Branch();
        return new History(Input, Assumptions, state.Books, Reader.Branch(state.Books, bringsReadings: false))
        {
            Acts = Acts is OpenedActs opened ? opened.In(state) : Acts,
            State = state,
            LastDay = LastDay,
            rehearsed = rehearsed,
        }.ChosenBy(choose, rehearse, edition);
    }

    /// <summary>
    /// The same history with a charter of its own, read and ruled on anew: for the rare question whose acts bring a reading that nobody has listed,
    /// since that becomes part of the charter. Cost: that of opening.
    /// </summary>
    public History Apart() => Of(Input with { Federation = FederationReader.Read(Input.Texts) }, choose, rehearse, edition);

    /// <summary>The same history as known after an earlier act, and under other assumptions.</summary>
    /// <param name="known">So many acts are known.</param>
    /// <param name="assumptions">Whose assumptions are used for the verdicts.</param>
    public History As(int known, AssumptionChoice assumptions) => new(Input, assumptions, Books, Reader)
    {
        Acts = known == Acts.Count && ReferenceEquals(assumptions.Set, Assumptions.Set) ? Acts : new KnownActs(Acts, known, assumptions.Set),
        State = State.AsKnownAt(known),
        LastDay = LastDay,
        rehearsed = rehearsed,
    };

    private static AssumptionChoice Nothing(FederationInput input) => new(AssumptionSet.None, null);

    private History ChosenBy(Func<FederationInput, AssumptionChoice> chosen, bool rehearsing, int? by)
    {
        (choose, rehearse, edition) = (chosen, rehearsing, by);
        return this;
    }

    /// <summary>Makes sure that there are rules by which acts can be ruled on.</summary>
    /// <exception cref="Obstacle">There is no edition.</exception>
    public static void Ruled(FederationInput input)
    {
        if (input.Ledger is { } ledger && !input.Texts.Any(t => t.Path.EndsWith(".charter", StringComparison.OrdinalIgnoreCase)))
            throw new Obstacle(Sentence.Of("NoCharterBeside", input.Places.WithoutSecrets(ledger)), Sentence.Of("NoCharterBesideHint"));
        if (input.Federation.Editions.IsEmpty)
            throw new Obstacle(Sentence.Of("NoEditionToRule", input.Path), Sentence.Of("NoEditionToRuleHint", input.Argument));
    }

    /// <summary>Whether there is a rehearsal that was not played.</summary>
    public bool HasUnplayedRehearsal => !rehearsed && Input.Federation.Journals.Any(j => j.IsRehearsal);

    /// <summary>The act with a number, of the journals that were played; the last one of that number.</summary>
    public RuledAct? Act(int number) => State.SequenceOf(number) is > 0 and var place ? Acts[place - 1] : null;

    /// <summary>The number of every act, in the order of the ledger.</summary>
    public IEnumerable<int> Numbers => Enumerable.Range(1, State.Known).Select(place => State.DigestOf(place).Number);

    /// <summary>The rules by which a question is answered.</summary>
    public Rulebook BookAt(Day day, int? edition) => edition is { } number ? Books.Edition(number)! : Books.InForceAt(State.Reaching(day).At(day));

    private void Replay(IReadOnlyList<JournalText> journals, int edition)
    {
        // A journal is read before anything is ruled on, so that an act may name what a later one brings into use. In a ledger nobody could.
        var readings = journals.SelectMany(j => j.Path == Input.Ledger ? LedgerActs.Read(Input.Places, j.Path).Select(a => (Journal: j, Reading: Reader.Read([a]))) : [(j, Reader.Read(j))]);
        if (Input.Ledger is null)
            readings = readings.ToList();
        var replay = new Replay(State.Opening(Books));
        var acts = new List<RuledAct>();
        foreach (var (journal, reading) in readings)
        {
            rehearsed |= journal.IsRehearsal;
            foreach (var entry in reading.Entries)
            {
                var act = edition > 0 ? entry.Act with { UnderEdition = edition } : entry.Act;
                var ruling = replay.Step(act);
                acts.Add(new RuledAct(journal, entry with { Act = act }, ruling, ruling.Under(Assumptions.Set), acts.Count + 1));
            }
        }

        Acts = acts;
        State = replay.State;
        LastDay = LatestDay();
    }

    private Day LatestDay() => State.Known > 0
        ? State.Store.LatestDone
        : Day.From(Input.Federation.Editions.Where(e => e.Status == EditionStatus.InForce).Select(e => e.From).DefaultIfEmpty(Input.Federation.Editions[0].From).Max());

    // The journals that happened, in the order of their names; then the rehearsal, which goes on from the journal that it names.
    private static IReadOnlyList<JournalText> Journals(FederationInput input, bool rehearse)
    {
        var happened = input.Ledger is null ? input.Federation.Journals : input.Federation.Journals.Append(input.JournalOfLedger).DistinctBy(j => j.Path);
        var rehearsals = input.Federation.Journals.Where(j => j.IsRehearsal).OrderBy(j => j.Path, StringComparer.Ordinal).ToList();
        var named = input.Federation.Journals.FirstOrDefault(j => string.Equals(j.Path, input.OnlyFile, StringComparison.Ordinal));
        if (named is { IsRehearsal: false } && !rehearse)
            return [named];
        var rehearsal = named is { IsRehearsal: true } ? named : rehearse ? One(input, rehearsals) : null;
        return JournalOrder.Of(happened, rehearsal)
            ?? throw new Obstacle(Sentence.Of("RehearsalAfterNothing", rehearsal!.Path, rehearsal.After!), Sentence.Of("RehearsalAfterNothingHint"));
    }

    private static JournalText One(FederationInput input, List<JournalText> rehearsals) => rehearsals switch
    {
        [var only] => only,
        [] => throw new Obstacle(Sentence.Of("NoRehearsal", input.Path), Sentence.Of("NoRehearsalHint")),
        _ => throw new Obstacle(Sentence.Of("ManyRehearsals", input.Path, rehearsals.Count), Sentence.Of("ManyRehearsalsHint", rehearsals[0].Path)),
    };
}
