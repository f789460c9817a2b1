using System.Collections.Immutable;
using Foedus.Engine.Judging;
using Foedus.Ledger;
using Foedus.Secretariat.Ledgers;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Recording;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat;

/// <summary>
/// Records acts in a ledger. One act after the other is ruled on as things stand, appended at the position for which it was ruled on, and only then
/// part of what is known, read back from the ledger as everybody reads it. Where somebody else has recorded meanwhile, it is ruled on anew. Any number
/// of threads may ask for a recording; they are served one at a time. Whoever asks about the federation asks <see cref="Latest"/>.
/// </summary>
public sealed class Recorder : IDisposable
{
    /// <summary>How often an act is ruled on anew because somebody else was quicker, before it is given back.</summary>
    public const int MostTries = 64;

    private readonly Lock writing = new();
    private readonly ActLog log;
    private readonly LedgerState ledger;
    private readonly AssumptionChoice assumptions;
    private OpenedFederation? latest;

    /// <exception cref="Obstacle">The ledger cannot be read, or the terms do not fit.</exception>
    internal Recorder(ActLog log, string path, FederationInput input, OpeningTerms terms)
    {
        History.Ruled(input);
        this.log = log;
        ledger = LedgerState.Open(log.Store, path, input, log.Head.Size);
        ledger.Keep();
        assumptions = AssumptionChoice.Of(ledger.Input, terms.NoAssumptions, [.. terms.Assuming]);
    }

    /// <summary>Whose ledger it is.</summary>
    public FederationId Federation => log.Federation;

    /// <summary>The log into which is recorded, to be signed or verified.</summary>
    public ActLog Log => log;

    /// <summary>The federation after the last act that was recorded here. It never changes; after the next recording there is another.</summary>
    /// <exception cref="Obstacle">The ledger cannot be read any more.</exception>
    public OpenedFederation Latest
    {
        get
        {
            if (Volatile.Read(ref latest) is { } known)
                return known;
            lock (writing)
            {
                if (latest is null)
                {
                    LedgerPlaces.Guard(CatchUp);
                    Volatile.Write(ref latest, new OpenedFederation(Known()));
                }

                return latest!;
            }
        }
    }

    /// <summary>Takes in what others have recorded meanwhile; gives how things then stand.</summary>
    /// <exception cref="Obstacle">The ledger cannot be read any more.</exception>
    public OpenedFederation Refresh()
    {
        lock (writing)
        {
            if (ledger.Size < LedgerPlaces.Guard(log.Refresh).Size)
                Volatile.Write(ref latest, null);
        }

        return Latest;
    }

    /// <summary>Rules on acts and records them. What goes wrong is in the outcome.</summary>
    public RecordingOutcome Record(RecordRequest request)
    {
        lock (writing)
        {
            try
            {
                return LedgerPlaces.Guard(() => Try(request));
            }
            catch (Obstacle obstacle)
            {
                return new RecordingOutcome.Failed([obstacle.Problem, .. obstacle.Also]);
            }
        }
    }

    /// <summary>Closes the ledger.</summary>
    public void Dispose() => log.Dispose();

    private RecordingOutcome Try(RecordRequest request)
    {
        var first = ledger.Size;
        for (var left = MostTries; left > 0; left--)
        {
            if (request.Key is { } key && Repetition.Of(log.Store, key, request.Acts) is { } before)
                return Repeat(before);
            CatchUp();
            var trial = Trial.Of(Known(), request.Acts, ledger.NextNumber).Whole(request.Acts);
            if (!request.Attempt && trial.Acts.Any(a => a.Judgment.Verdict != Verdict.Accepted))
                return new RecordingOutcome.NotRecorded(trial.Acts) { Trial = trial };
            switch (log.Record(Drafted(request, trial), ledger.Size))
            {
                case RecordOutcome.Recorded recorded:
                    Volatile.Write(ref latest, null);
                    return new RecordingOutcome.Recorded(trial.Acts, [.. recorded.Acts.Select(a => a.Position)]) { Trial = trial };
                case RecordOutcome.Unfit unfit:
                    throw new Obstacle(Sentence.Of("CannotBeRecorded", unfit.Reason));
                case RecordOutcome.KeyTaken taken when taken.Key != request.Key:
                    throw new Obstacle(Sentence.Of("KeyTaken", taken.Key, taken.Position), Sentence.Of("KeyTakenHint"));
            }

            log.Refresh();
        }

        throw new Obstacle(Sentence.Of("LedgerMoved", first, log.Head.Size), Sentence.Of("ConflictHint"));
    }

    private List<ActDraft> Drafted(RecordRequest request, Trial trial)
    {
        var drafts = new Drafts(ledger, trial.History.Books.Roll);
        ImmutableArray<Digest> attached = [.. request.Attachments.Select(Attach)];
        return [.. trial.Acts.Select((act, i) => drafts.Of(act, Repetition.Mark(request.Key, i), request.Visibility, request.Attempt && act.Judgment.Verdict != Verdict.Accepted, attached))];
    }

    private Digest Attach(Func<Stream> open)
    {
        using var content = open();
        return log.Store.Attachments.Put(content);
    }

    /// <summary>The answer that was given when the acts were recorded: each ruled on again as things stood before it.</summary>
    private RecordingOutcome.Repeated Repeat(ImmutableArray<long> positions)
    {
        CatchUp();
        var known = Known().Branch();
        return new RecordingOutcome.Repeated([.. positions.SelectMany(ledger.ActsAt).Select(place => known.Acts[place - 1])], positions);
    }

    private bool CatchUp()
    {
        if (log.Head.Size is var size && size > ledger.Size)
        {
            ledger.GoOn(size);
            ledger.Keep();
            Volatile.Write(ref latest, null);
        }

        return true;
    }

    private History Known() => History.Of(ledger, assumptions);
}
