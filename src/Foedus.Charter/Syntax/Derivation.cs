using System.Runtime.InteropServices;
using Foedus.Charter.Forms;

namespace Foedus.Charter.Syntax;

/// <summary>One way in which words fit a case, not yet built into a <see cref="Match"/>.</summary>
internal sealed record Derivation(Phrase? Phrase, PhraseCase Case, int Start, int End, CaptureLink? Last);

/// <summary>A capture on the way, linked to the one before it.</summary>
internal sealed record CaptureLink(CaptureLink? Before, Pattern Pattern, int Start, int End, Derivation? Sub, ItemLink? LastItem);

/// <summary>An item of a list on the way, linked to the one before it.</summary>
internal sealed record ItemLink(ItemLink? Before, int Start, int End, Derivation? Sub);

/// <summary>How far the words are used, and what was captured so far.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MatchState(int Position, CaptureLink? Last);
