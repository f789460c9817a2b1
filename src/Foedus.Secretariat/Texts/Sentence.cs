using System.Collections.Immutable;
using System.Globalization;
using System.Resources;

namespace Foedus.Secretariat.Texts;

/// <summary>
/// A sentence of the desk before it is written out: its key, which never changes, and what stands in its places. Whoever speaks another language
/// writes it out from these. Numbers are written without regard to the machine's culture.
/// </summary>
/// <param name="Key">The key of the sentence in the resource file: <c>NoCharterInFolder</c>.</param>
/// <param name="Arguments">What stands in its places, in order.</param>
public readonly record struct Sentence(string Key, ImmutableArray<string> Arguments)
{
    private static readonly ResourceManager Sentences = new("Foedus.Secretariat.Texts.Sentences", typeof(Sentence).Assembly);

    /// <summary>The sentence with a key and what stands in its places.</summary>
    public static Sentence Of(string key, params ReadOnlySpan<object?> arguments)
    {
        if (arguments.Length == 0)
            return new Sentence(key, []);
        var words = ImmutableArray.CreateBuilder<string>(arguments.Length);
        foreach (var argument in arguments)
            words.Add(Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "");
        return new Sentence(key, words.MoveToImmutable());
    }

    /// <summary>The English of a key as it stands in the resource file; null if there is none.</summary>
    public static string? Find(string key) => Sentences.GetString(key, CultureInfo.InvariantCulture);

    /// <summary>The sentence in English.</summary>
    public override string ToString()
    {
        var sentence = Find(Key) ?? Key;
        return Arguments.IsDefaultOrEmpty ? sentence : string.Format(CultureInfo.InvariantCulture, sentence, [.. Arguments]);
    }

    /// <summary>The sentence in English.</summary>
    public static implicit operator string(Sentence sentence) => sentence.ToString();

    /// <summary>Whether both have the same key and the same in its places.</summary>
    public bool Equals(Sentence other) =>
        string.Equals(Key, other.Key, StringComparison.Ordinal) && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);
}
