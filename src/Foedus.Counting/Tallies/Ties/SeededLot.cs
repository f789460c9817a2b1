using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Foedus.Counting;

/// <summary>
/// Lots from a public seed that anybody can draw again. The ticket of a candidate is the SHA-256 digest of the text
/// <c>seed,draw,candidate</c> in UTF-8, with the number of the draw in the count and the candidate's number on the ballot, both
/// from 1 in decimal digits; the least ticket is drawn. By hand: <c>printf 'seed,1,3' | sha256sum</c>.
/// Tickets are those of R. L. Rivest, "Consistent Sampling with Replacement", 2018 (arXiv:1808.10016), as used in election audits.
/// The seed must be fixed in public, from a source that nobody controls, before it can be known what it decides, as
/// D. Eastlake, RFC 3797 (2004) asks, for instance dice thrown after the ballots are closed.
/// </summary>
public static class SeededLot
{
    /// <summary>The candidate drawn among the tied. Cost: one digest a candidate.</summary>
    /// <param name="seed">The public seed.</param>
    /// <param name="draw">Which lot of the count this is, from 1.</param>
    /// <param name="tied">The tied candidates by their place in the list, from 0; at least one.</param>
    public static int Draw(string seed, int draw, ReadOnlySpan<int> tied)
    {
        var chosen = tied[0];
        var least = Ticket(seed, draw, chosen);
        foreach (var candidate in tied[1..])
        {
            var ticket = Ticket(seed, draw, candidate);
            if (string.CompareOrdinal(ticket, least) >= 0) continue;
            least = ticket;
            chosen = candidate;
        }

        return chosen;
    }

    /// <summary>The ticket in hexadecimal small letters.</summary>
    public static string Ticket(string seed, int draw, int candidate) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{seed},{draw},{candidate + 1}"))));
}
