using System.Globalization;
using System.Text;

namespace Foedus.Bench.Charter;

/// <summary>Writes a charter of about so many lines: bodies, rules, procedures, sorts of act and remedies in the proportions of the examples.</summary>
internal static class LargeCharter
{
    public static string Of(int lines)
    {
        var text = new StringBuilder();
        text.Append("foedus 1\ncharter \"A large charter\"\nedition 1, in force 1990-01-01\nkind region\nkind club in region\nmeasure members of club\n");
        var written = 6;
        for (var i = 1; written < lines; i++)
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            var block = $"""
                art {n}  body Board-{n}
                  seats  {20 + (i % 80)} among regions by members
                    method   unspecified (Webster | largest remainder | Jefferson)
                    figures  latest return
                    least    1 per region
                  chosen  by Board-1
                  term    4 years
                  session ordinary, 3 a year
                    convened  by Board-1
                    notice    30 days
                  deciding Rule-{n} in Board-{n}
                    needs       more than half of votes cast
                    needs       at least 55% of members
                    quorum      more than half of members
                    abstention  unspecified (not counted | counts against)
                    tie         lost
                  instrument decision-{n}
                    by        Board-{n}
                    binds     every club
                    in force  at once
                  remedy Appeal-{n}
                    by         any club
                    against    decision-{n} of Board-{n}
                    to         Board-1
                    within     30 days
                    meanwhile  in force
                    effect     unspecified (void from the start | void from the day)
                  procedure Bill-{n}
                    opened  by any club
                    stage First
                      before       Board-{n}
                      on approval  -> Second
                      otherwise    -> Dropped
                    stage Second
                      before          Board-1
                      within          3 months
                      on approval     -> Law
                      on no decision  -> Law
                      otherwise       -> Dropped
                    end Law becomes decision-{n}
                    end Dropped

                """;
            text.Append(block);
            written += block.AsSpan().Count('\n');
        }

        return text.ToString();
    }
}
