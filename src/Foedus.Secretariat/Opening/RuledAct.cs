using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;

namespace Foedus.Secretariat.Opening;

/// <summary>An act of a journal with its ruling.</summary>
/// <param name="Journal">The journal in which it stands; a rehearsal never happened.</param>
/// <param name="Entry">The act as recorded.</param>
/// <param name="Ruling">The ruling on every reading.</param>
/// <param name="Judgment">The ruling under the chosen assumptions.</param>
/// <param name="Place">Its place in the ledger, from 1.</param>
public sealed record RuledAct(JournalText Journal, JournalEntry Entry, Ruling Ruling, Judgment Judgment, int Place)
{
    public Act Act => Entry.Act;
}
