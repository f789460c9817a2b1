using Foedus.Charter.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>Builds the match of the way that won.</summary>
internal readonly struct MatchBuilder(SourceText source, Token[] words, Derivations derivations)
{
    public Match Build(int way)
    {
        ref readonly var found = ref derivations[way];
        var count = 0;
        for (var link = found.Last; link >= 0; link = derivations.CaptureAt(link).Before) count++;
        var captures = count == 0 ? [] : new Capture[count];
        for (var link = found.Last; link >= 0; link = derivations.CaptureAt(link).Before) captures[--count] = Build(derivations.CaptureAt(link));
        return new Match(found.Case, source, Span(found.Start, found.End), captures);
    }

    private Capture Build(in CaptureLink link) => link.Pattern switch
    {
        FlagPattern flag => new Capture(flag, source, Span(link.Start, link.End), flag.Texts[link.Inner], null),
        ListPattern list => new Capture(list, source, Span(link.Start, link.End), null, Items(list, link.Inner)),
        CapturePattern capture => Item(capture, capture.Type, link.Start, link.End, link.Inner),
        _ => throw new InvalidOperationException("a pattern that captures nothing was kept"),
    };

    private Capture[] Items(ListPattern list, int last)
    {
        var count = 0;
        for (var link = last; link >= 0; link = derivations.ItemAt(link).Before) count++;
        var items = new Capture[count];
        for (var link = last; link >= 0; link = derivations.ItemAt(link).Before)
        {
            ref readonly var item = ref derivations.ItemAt(link);
            items[--count] = Item(list, list.Type, item.Start, item.End, item.Inner);
        }
        return items;
    }

    private Capture Item(NamedPattern pattern, PatternType type, int start, int end, int way) =>
        way >= 0
            ? new Capture(pattern, source, Span(start, end), null, Build(way))
            : new Capture(pattern, source, Span(start, end), type.Atomic == AtomicType.Name && end > start + 1 ? Name(start, end) : null, null);

    /// <summary>The words of a name with single spaces, however they stand.</summary>
    private string Name(int start, int end)
    {
        var parts = new string[end - start];
        for (var i = start; i < end; i++) parts[i - start] = source.Slice(words[i].Span);
        return string.Join(' ', parts);
    }

    private TextSpan Span(int start, int end)
    {
        if (start < end) return TextSpan.FromBounds(words[start].Start, words[end - 1].End);
        var at = start < words.Length ? words[start].Start : source.Content.Length;
        return new TextSpan(start > 0 ? words[start - 1].End : at, 0);
    }
}
