using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <content><c>unspecified</c>, <c>unspecified (reading | reading)</c>, <c>left to who, within "..."</c>.</content>
internal sealed partial class ClauseParser
{
    /// <summary>True if the words start with <c>left to</c>, false for <c>unspecified</c>, null for neither.</summary>
    private bool? StartsSilence(int start, int stop)
    {
        if (start >= stop) return null;
        if (IsWord(start, "unspecified")) return false;
        return start + 1 < stop && IsWord(start, "left") && IsWord(start + 1, "to") ? true : null;
    }

    private void Silence(ClauseSyntax clause, bool left, int start, int stop)
    {
        var form = clause.Form!;
        if (!form.MayBeSilent)
        {
            problems.Add(Diagnostic.At(Place(start, stop), FormDiagnostics.NoSilenceHere, form.Keyword));
            clause.IsBad = true;
            return;
        }
        clause.Silence = left ? LeftTo(clause, start, stop) : Unspecified(clause, form, start, stop);
    }

    private SilenceSyntax? LeftTo(ClauseSyntax clause, int start, int stop)
    {
        var end = stop;
        string? within = null;
        if (stop - start >= 4 && frame.Words[stop - 1].Kind == TokenKind.String && IsWord(stop - 2, "within"))
        {
            end = frame.Words[stop - 3].Kind == TokenKind.Comma ? stop - 3 : stop - 2;
            var quoted = frame.Words[stop - 1];
            within = Capture.Unquoted(Source, quoted.Span);
        }
        if (table.Phrase("who") is not { } who) return new SilenceSyntax(Place(start, stop), [], true, null, within);
        var way = matcher.Whole(who.Cases, start + 2, end);
        if (way < 0)
        {
            clause.IsBad = true;
            Explain(clause.Form!, who.Cases, start + 2, end, reading: false);
            return null;
        }
        return new SilenceSyntax(Place(start, stop), [], true, matcher.Build(way), within);
    }

    private SilenceSyntax? Unspecified(ClauseSyntax clause, Form form, int start, int stop)
    {
        if (start + 1 == stop) return new SilenceSyntax(Place(start, stop), [], false, null, null);
        var depth = 0;
        var close = start + 1;
        for (; close < stop; close++)
        {
            depth += frame.Words[close].Kind switch { TokenKind.Open => 1, TokenKind.Close => -1, _ => 0 };
            if (depth == 0) break;
        }
        if (frame.Words[start + 1].Kind != TokenKind.Open || close != stop - 1 || close == start + 2)
        {
            clause.IsBad = true;
            problems.Add(Diagnostic.At(Place(start, stop), PhraseDiagnostics.BadSilence).Helped($"{form.Keyword} unspecified ({Readings(start + 1, stop)})"));
            return null;
        }
        var readings = ImmutableArray.CreateBuilder<Match>();
        var from = start + 2;
        for (var i = from; i <= close; i++)
        {
            var kind = frame.Words[i].Kind;
            depth += kind switch { TokenKind.Open => 1, TokenKind.Close => -1, _ => 0 };
            if (i < close && (kind != TokenKind.Bar || depth > 0)) continue;
            var way = matcher.Whole(form.Cases, from, i);
            if (way >= 0) readings.Add(matcher.Build(way));
            else Explain(form, form.Cases, from, i, reading: true);
            clause.IsBad |= way < 0;
            from = i + 1;
        }
        return new SilenceSyntax(Place(start, stop), readings.ToImmutable(), false, null, null);
    }

    /// <summary>The words behind <c>unspecified</c> as readings, for help; an example where there are none that could be.</summary>
    private string Readings(int start, int stop)
    {
        var words = Enumerable.Range(start, Math.Max(0, stop - start)).Where(i => frame.Words[i].Kind is not (TokenKind.Open or TokenKind.Close)).ToList();
        return words.Count is 0 or > 20 ? "one reading | another reading" : string.Join(' ', words.Select(i => Source.Slice(frame.Words[i].Span)));
    }

    private bool IsWord(int at, string word) => frame.Words[at].Kind == TokenKind.Word && Source.Span(frame.Words[at].Span).SequenceEqual(word);
}
