using System.Diagnostics.CodeAnalysis;
using Foedus.Ledger.Records;
using NodaTime;

namespace Foedus.Ledger.Signing;

/// <summary>
/// Which key signs the checkpoints from here on: recorded in the ledger itself, signed by the key before it. The first is signed by itself. So a
/// reader who trusts the first key can follow to the present one.
/// </summary>
/// <param name="Origin">The name of the ledger.</param>
/// <param name="Key">The key that signs from here on.</param>
public sealed record KeyStatement(string Origin, VerifierKey Key)
{
    private const string Title = "foedus ledger key";

    /// <summary>The act that records it.</summary>
    /// <param name="day">The day from which it counts.</param>
    /// <param name="signer">The key before it, or the key itself if it is the first.</param>
    public ActRecord ToAct(LocalDate day, SigningKey signer) =>
        new(day, ActRecord.KeyKind, SignedNote.Sign($"{Title}\n{Origin}\n{Key}\n", signer).ToString().TrimEnd('\n'));

    /// <summary>Reads the act that records a key; false if it is no such statement. No signature is checked.</summary>
    public static bool TryRead(ActRecord act, [NotNullWhen(true)] out KeyStatement? statement, [NotNullWhen(true)] out SignedNote? note)
    {
        statement = null;
        note = null;
        if (act.Kind != ActRecord.KeyKind || !SignedNote.TryParse(act.Text + "\n", out var found))
            return false;
        if (found.Text.Split('\n') is not [Title, var origin, var text, ""] || !VerifierKey.TryParse(text, out var key))
            return false;
        statement = new KeyStatement(origin, key);
        note = found;
        return true;
    }
}
