namespace Foedus.Engine.Kernel;

/// <content>From a source to what it has made.</content>
public sealed partial class FactStore
{
    /// <summary>
    /// No source: nothing is written with it.
    /// </summary>
    public const int NoSource = int.MinValue;

    private readonly LateItems _lateVersions;
    private readonly LateItems _latePrepared;

    /// <summary>The versions recorded with an act, as a range of indices; empty if it wrote nothing.</summary>
    public (int First, int End) RecordedWith(int act) =>
        (FirstRecordedFrom(act), act == int.MaxValue ? _versions.Count : FirstRecordedFrom(act + 1));

    /// <summary>The versions whose source this is, in the order in which they were recorded.</summary>
    public IReadOnlyList<int> MadeBy(int source)
    {
        var made = new List<int>();
        if (source < -_prospective.Count)
            return made;
        var (first, end) = source >= 0 ? RecordedWith(source) : (_prospective[~source].FirstVersion, _prospective[~source].EndVersion);
        for (var version = first; version < end; version++)
        {
            if (_versions[version].Source == source)
                made.Add(version);
        }

        _lateVersions.AddTo(made, source, v => v);
        return made;
    }

    /// <summary>The prospective acts whose parent this source is, in the order in which they were written.</summary>
    public IReadOnlyList<int> PreparedBy(int source)
    {
        var prepared = new List<int>();
        if (source < -_prospective.Count)
            return prepared;
        if (source < 0)
        {
            for (var child = _prospective[~source].FirstChild; child >= 0; child = _prospective[child].NextSibling)
                prepared.Add(~child);
            return prepared;
        }

        int low = 0, high = _prospective.Count;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_prospective[middle].Recorded < source)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < _prospective.Count && _prospective[low].Recorded == source; low++)
        {
            if (_prospective[low].Parent == source)
                prepared.Add(~low);
        }

        _latePrepared.AddTo(prepared, source, p => ~p);
        return prepared;
    }

    /// <summary>Notes which source has made a version.</summary>
    private void Made(int source, int recorded, int version)
    {
        if (recorded != (source >= 0 ? source : _prospective[~source].Recorded))
            _lateVersions.Add(source, version);
        else if (source < 0)
            _prospective.Own(~source).EndVersion = version + 1;
    }

    private int FirstRecordedFrom(int act)
    {
        int low = 0, high = _versions.Count;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_versions[middle].Recorded < act)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
