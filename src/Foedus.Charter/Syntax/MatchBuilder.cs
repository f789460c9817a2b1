using System.Collections.Immutable;
using System.Text;
using Foedus.Charter.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>Builds the match of the way that won.</summary>
internal sealed class MatchBuilder(SourceText source, Token[] words)
{
    public Match Build(Form? form, Derivation way)
    {
        var captures = new List<Capture>();
        for (var link = way.Last; link is not null; link = link.Before) captures.Add(Build(link));
        captures.Reverse();
        return new Match(form, way.Phrase, way.Case, Place(way.Start, way.End), [.. captures]);
    }

    private Capture Build(CaptureLink link) => link.Pattern switch
    {
        FlagPattern flag => Flag(flag, link),
        CapturePattern capture => Item(capture.Name, capture.Type, link.Start, link.End, link.Sub),
        ListPattern list => List(list, link),
        _ => throw new InvalidOperationException("a pattern that captures nothing was kept"),
    };

    private Capture Flag(FlagPattern flag, CaptureLink link)
    {
        var text = new StringBuilder();
        for (var i = link.Start; i < link.End; i++)
        {
            if (i > link.Start && words[i].Kind is not (TokenKind.Comma or TokenKind.Close)) text.Append(' ');
            text.Append(source.Span(words[i].Span));
        }
        return new Capture(flag.Name, CaptureKind.Flag, Place(link.Start, link.End), null, text.ToString(), null, []);
    }

    private Capture List(ListPattern list, CaptureLink link)
    {
        var items = new List<Capture>();
        for (var item = link.LastItem; item is not null; item = item.Before) items.Add(Item(list.Name, list.Type, item.Start, item.End, item.Sub));
        items.Reverse();
        var place = Place(link.Start, link.End);
        return new Capture(list.Name, CaptureKind.List, place, null, place.Text, null, [.. items]);
    }

    private Capture Item(string name, PatternType type, int start, int end, Derivation? sub)
    {
        var place = Place(start, end);
        return sub is not null
            ? new Capture(name, CaptureKind.Phrase, place, null, place.Text, Build(null, sub), [])
            : new Capture(name, CaptureKind.Token, place, type.Atomic, Text(type.Atomic, start, end), null, []);
    }

    private string Text(AtomicType? type, int start, int end)
    {
        if (type == AtomicType.String)
            return source.Slice(TextSpan.FromBounds(words[start].Start + 1, words[start].End - 1)).Replace("\"\"", "\"", StringComparison.Ordinal);
        if (type != AtomicType.Name || end == start + 1) return Place(start, end).Text;
        var parts = ImmutableArray.CreateBuilder<string>(end - start);
        for (var i = start; i < end; i++) parts.Add(source.Slice(words[i].Span));
        return string.Join(' ', parts);
    }

    private SourceLocation Place(int start, int end)
    {
        if (start < end) return new SourceLocation(source, TextSpan.FromBounds(words[start].Start, words[end - 1].End));
        var at = start < words.Length ? words[start].Start : source.Content.Length;
        return new SourceLocation(source, new TextSpan(start > 0 ? words[start - 1].End : at, 0));
    }
}
