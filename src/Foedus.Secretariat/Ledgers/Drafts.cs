using System.Collections.Immutable;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Replaying;
using Foedus.Engine.Things;
using Foedus.Ledger;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Ledgers;

/// <summary>Makes records of acts that were ruled on.</summary>
internal sealed class Drafts
{
    /// <summary>What the idempotency keys of imported acts begin with.</summary>
    public const string JournalKey = "journal/";

    private readonly Dictionary<int, long> positions = [];
    private readonly HashSet<int> typed = [];
    private readonly Func<int, long?> earlier = _ => null;
    private readonly JournalPrinter printer;
    private long next;

    /// <param name="ledger">The ledger as it was opened; the next act stands behind its last entry.</param>
    /// <param name="roll">The names that the acts use.</param>
    public Drafts(LedgerState ledger, Roll roll)
    {
        printer = new JournalPrinter(roll);
        next = ledger.Size;
        earlier = ledger.PositionOf;
        NextNumber = ledger.NextNumber;
        Visibility = ledger.Visibility();
    }

    /// <param name="history">What was ruled on.</param>
    /// <param name="store">The ledger; its table of visibility and the places of its acts are read.</param>
    public Drafts(History history, ILedgerStore store)
    {
        printer = new JournalPrinter(history.Books.Roll);
        foreach (var view in EntryView.Of(store, publicOnly: false))
        {
            next = view.Entry.Position + 1;
            if (view.Act is not { } act)
                continue;
            if (act.Kind == VisibilityTable.Kind)
                Visibility = VisibilityTable.Read(act.Text, out _) ?? Visibility;
            else if (LedgerActs.NumberOf(act.Text) is { } number)
                Note(number, view.Entry.Position, act.Key);
        }
    }

    /// <summary>The number of the next act: higher than that of any in the ledger, attempts that no journal shows included.</summary>
    public int NextNumber { get; private set; } = 1;

    /// <summary>Who may see which kind of act, as the ledger says.</summary>
    public VisibilityTable Visibility { get; set; } = VisibilityTable.AllPublic;

    /// <summary>The record of an act, to be recorded behind those made before it.</summary>
    /// <param name="ruled">The act with its ruling.</param>
    /// <param name="key">Its idempotency key.</param>
    /// <param name="visibility">Who may see it; null: as the ledger says of its kind.</param>
    /// <param name="attempt">Whether it is kept as an attempt.</param>
    /// <param name="attachments">What is attached.</param>
    public ActDraft Of(RuledAct ruled, string? key, Visibility? visibility, bool attempt, ImmutableArray<Ledger.Digest> attachments)
    {
        var kind = VerbNames.Of(ruled.Act.Verb);
        var text = printer.Entry(ruled.Entry);
        if (attempt && ruled.Judgment.Verdict == Verdict.Refused && ruled.Entry.Expected is null)
            text += "\n  ruling refused";
        var act = new ActRecord(ruled.Act.Done.ToLocalDate(), kind, text)
        {
            Key = key,
            Ruling = Words.TryRead(RulingWords.Of(ruled.Judgment), out RecordedRuling ruling) ? ruling : RecordedRuling.None,
            IsAttempt = attempt,
            Assumptions = [.. ruled.Judgment.Assuming.Select(a => a.Name).Distinct(StringComparer.Ordinal)],
            Corrects = ruled.Act.Verb == Verb.Corrects ? PositionOf(ruled.Act.Count) : null,
            Attachments = attachments,
        };
        positions[ruled.Act.Number] = next++;
        return new ActDraft(act, visibility ?? Visibility.Of(kind));
    }

    /// <summary>Whether a number is that of an act which came by no journal.</summary>
    public bool IsTyped(int number) => typed.Contains(number);

    /// <summary>A record of the ledger's own stands before the next act.</summary>
    public void Skip() => next++;

    private void Note(int number, long position, string? key)
    {
        positions[number] = position;
        if (number >= NextNumber && number < int.MaxValue)
            NextNumber = number + 1;
        if (key is null || !key.StartsWith(JournalKey, StringComparison.Ordinal))
            typed.Add(number);
    }

    private long? PositionOf(int number) => positions.TryGetValue(number, out var position) ? position : earlier(number);
}
