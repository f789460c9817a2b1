using System.Collections.Frozen;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Reads times that run from an event. The events are a closed list, and the declared facts.</summary>
internal sealed class EventBinder(BindingContext context, AmountBinder amounts, PartyBinder parties)
{
    private const string EndOfTerm = "end of term";

    private static readonly FrozenDictionary<string, EventKind> Kinds = Enum.GetValues<EventKind>()
        .Where(k => k is not (EventKind.Fact or EventKind.EndOfTerm))
        .ToFrozenDictionary(k => k.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>A time allowed, with the event from which it is counted.</summary>
    public Bound<TimeAllowed> Time(Match time)
    {
        var span = amounts.Span(time.Sub("span"));
        var from = From(time);
        return span.Ok && from.Ok ? new TimeAllowed(span.Value, from.Value) : Bound<TimeAllowed>.None;
    }

    /// <summary>The event after `of`; nothing if none is said, and nothing that is good if it is unknown.</summary>
    public Bound<StartEvent?> From(Match time)
    {
        if (time.SubOrNull("of") is not { } phrase) return Bound.Of<StartEvent?>(null);
        var words = BindingContext.Words(phrase);
        if (phrase.Is("fact"))
        {
            var fact = phrase.Get("fact");
            if (context.Names.Facts.ContainsKey(fact.Text)) return Bound.Of<StartEvent?>(new StartEvent(EventKind.Fact, null, fact.Text, words));
            return Unknown(fact, context.Names.Facts.Keys.Order(StringComparer.Ordinal));
        }
        var kind = EventKind.EndOfTerm;
        if (phrase.Is("sort") && !Kinds.TryGetValue(phrase.Get("what").Text, out kind)) return Unknown(phrase.Get("what"), [.. Kinds.Keys.Order(StringComparer.Ordinal), EndOfTerm]);
        Party? of = null;
        if (phrase.SubOrNull("of") is { } party && (of = parties.Party(party)) is null) return Bound<StartEvent?>.None;
        if (of is { Kind: not (PartyKind.Instrument or PartyKind.Outside) } && kind is EventKind.Issue or EventKind.Publication or EventKind.Force)
        {
            context.Report(Diagnostic.At(phrase.Sub("of").Location, BindingDiagnostics.EventOfNoAct, kind.ToString().ToLowerInvariant(), of!.Words));
            return Bound<StartEvent?>.None;
        }

        return Bound.Of<StartEvent?>(new StartEvent(kind, of, null, words));
    }

    private Bound<StartEvent?> Unknown(Capture word, IEnumerable<string> known)
    {
        context.Unknown(word.Location, BindingDiagnostics.UnknownEvent, known, word.Text);
        return Bound<StartEvent?>.None;
    }
}
