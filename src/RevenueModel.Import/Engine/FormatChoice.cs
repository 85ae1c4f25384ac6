using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>
/// The formats that still fit a file, narrowed by elimination: each value drops the formats that do not read it. A
/// value is only ever given a meaning that all formats left agree on.
/// </summary>
/// <typeparam name="TFormat">The format.</typeparam>
/// <typeparam name="TValue">What it reads.</typeparam>
internal sealed class FormatChoice<TFormat, TValue>
    where TFormat : class
    where TValue : struct, IEquatable<TValue>
{
    private readonly TryParse _tryParse;
    private readonly bool _stated;
    private readonly List<(TFormat Format, FormatSample? DroppedBy)> _candidates;
    private readonly List<TFormat> _left;
    private bool _seen;

    public FormatChoice(TFormat? stated, IReadOnlyList<TFormat> recognized, TryParse tryParse)
    {
        _tryParse = tryParse;
        _stated = stated is not null;
        _left = stated is null ? [.. recognized] : [stated];
        _candidates = [.. _left.Select(format => (format, (FormatSample?)null))];
    }

    public delegate bool TryParse(TFormat format, string text, out TValue value);

    /// <summary>Whether the format is settled, so that nothing is left to detect.</summary>
    public bool IsSettled => _left.Count == 1;

    /// <summary>The format, where it is settled.</summary>
    public TFormat? Format => IsSettled ? _left[0] : null;

    public FormatSource Source => _stated
        ? FormatSource.Stated
        : !_seen ? FormatSource.NotNeeded : IsSettled ? FormatSource.Detected : FormatSource.Undetermined;

    /// <summary>Narrows the formats by the first values of a file.</summary>
    /// <returns>What keeps the format from being settled: two values that no format reads both, or a value that
    /// reads two ways; null where nothing does.</returns>
    public string? Detect(IReadOnlyList<FormatSample> samples, string optionName)
    {
        if (_stated)
        {
            return null;
        }

        foreach (FormatSample sample in samples)
        {
            if (Narrow(sample) is { } conflict)
            {
                return Invariant($"{sample} is written as {conflict.Format} and {conflict.By} is not, so that no format reads both: state {optionName}, and the rows that do not follow it are refused.");
            }
        }

        foreach (FormatSample sample in samples)
        {
            if (Readings(sample.Text) is { Length: > 1 } readings)
            {
                return Invariant($"{sample} reads as {string.Join(" or ", readings)}, and no other value of the first rows tells which: state {optionName}.");
            }
        }

        return null;
    }

    /// <summary>Reads a value by the formats that are left.</summary>
    public FormatResult Read(string text, out TValue value)
    {
        value = default;
        int fitting = 0;
        foreach (TFormat format in _left)
        {
            if (_tryParse(format, text, out TValue read))
            {
                if (fitting++ > 0 && !read.Equals(value))
                {
                    return FormatResult.Ambiguous;
                }

                value = read;
            }
        }

        if (fitting == 0)
        {
            return FormatResult.Unreadable;
        }

        _seen = true;
        if (fitting < _left.Count)
        {
            _left.RemoveAll(format => !_tryParse(format, text, out _));
        }

        return FormatResult.Read;
    }

    /// <summary>What the formats left make of a text, in words, each reading once.</summary>
    public string[] Readings(string text)
    {
        var readings = new List<TValue>();
        foreach (TFormat format in _left)
        {
            if (_tryParse(format, text, out TValue value) && !readings.Contains(value))
            {
                readings.Add(value);
            }
        }

        return [.. readings.Select(value => InvariantText.Of(value))];
    }

    /// <summary>The formats left, in words.</summary>
    public override string ToString() => string.Join(" or ", _left);

    private (TFormat Format, FormatSample By)? Narrow(FormatSample sample)
    {
        bool[] fits = [.. _candidates.Select(candidate => _tryParse(candidate.Format, sample.Text, out _))];
        if (!fits.Contains(true))
        {
            // No date or number at all: a fault of its row, which says nothing of the format.
            return null;
        }

        _seen = true;
        int stillFitting = fits.Where((fit, i) => fit && _candidates[i].DroppedBy is null).Count();
        if (stillFitting == 0)
        {
            int first = Array.IndexOf(fits, true);
            return (_candidates[first].Format, _candidates[first].DroppedBy!.Value);
        }

        for (int i = 0; i < fits.Length; i++)
        {
            if (!fits[i] && _candidates[i].DroppedBy is null)
            {
                _candidates[i] = _candidates[i] with { DroppedBy = sample };
                _left.Remove(_candidates[i].Format);
            }
        }

        return null;
    }
}
