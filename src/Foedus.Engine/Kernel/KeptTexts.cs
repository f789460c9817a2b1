using System.Text;

namespace Foedus.Engine.Kernel;

/// <summary>Words in a run, as <see cref="SnapshotWriter.Texts"/> wrote them.</summary>
/// <param name="Lengths">The length of each in bytes.</param>
/// <param name="Bytes">All of them.</param>
internal readonly record struct KeptTexts(int[] Lengths, ReadOnlyMemory<byte> Bytes)
{
    /// <exception cref="InvalidDataException">The lengths are not those of the bytes.</exception>
    public string[] Read()
    {
        var all = Bytes.Span;
        var texts = new string[Lengths.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (Lengths[i] < 0 || Lengths[i] > all.Length)
                throw new InvalidDataException("A word is longer than the bytes that are left.");
            texts[i] = Encoding.UTF8.GetString(all[..Lengths[i]]);
            all = all[Lengths[i]..];
        }

        return texts;
    }
}
