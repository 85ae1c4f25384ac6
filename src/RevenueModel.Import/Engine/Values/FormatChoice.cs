using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The formats that still fit a file, narrowed by elimination: each value drops the formats that cannot read
/// it. A value is read only if all remaining formats agree on it.</summary>
/// <typeparam name="TFormat">The type of the format.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
internal sealed class FormatChoice<TFormat, TValue>
    where TFormat : class
    where TValue : struct, IEquatable<TValue>
{
    private readonly TryParse _tryParse;
    private readonly bool _stated;
    private readonly List<(TFormat Format, FormatSample? DroppedBy)> _candidates;
    private readonly List<TFormat> _left;
    private readonly Agree? _agree;
    private bool _seen;

    public FormatChoice(
        TFormat? stated, IReadOnlyList<TFormat> recognized, TryParse tryParse, Agree? agree = null)
    {
        _tryParse = tryParse;
        _agree = agree;
        _stated = stated is not null;
        _left = stated is null ? [.. recognized] : [stated];
        _candidates = [.. _left.Select(format => (format, (FormatSample?)null))];
    }

    /// <summary>Tells quickly whether formats read a text alike. It may return false although they do.</summary>
    public delegate bool Agree(List<TFormat> formats, ReadOnlySpan<char> text);

    public delegate bool TryParse(TFormat format, ReadOnlySpan<char> text, out TValue value);

    /// <summary>Gets whether only one format is left.</summary>
    public bool IsSettled => _left.Count == 1;

    /// <summary>Gets the format, or null if several are left.</summary>
    public TFormat? Format => IsSettled ? _left[0] : null;

    public FormatSource Source => _stated
        ? FormatSource.Stated
        : !_seen ? FormatSource.NotNeeded : IsSettled ? FormatSource.Detected : FormatSource.Undetermined;

    /// <summary>Narrows the formats by the first values of a file.</summary>
    /// <returns>The problem that leaves the format undetermined: two values that no single format reads, or a value
    /// with two readings. Null if there is none.</returns>
    public ImportProblem? Detect(IReadOnlyList<FormatSample> samples, ImportOption option)
    {
        if (_stated)
        {
            return null;
        }

        foreach (FormatSample sample in samples)
        {
            if (Narrow(sample) is { } conflict)
            {
                return new ImportProblem(
                    Invariant($"{sample} is written as {conflict.Format} and {conflict.By} is not, ")
                        + "so that no format reads both. With a stated format, the rows that do not follow it are "
                        + "refused.",
                    option);
            }
        }

        foreach (FormatSample sample in samples)
        {
            if (Readings(sample.Text) is { Length: > 1 } readings)
            {
                return new ImportProblem(
                    Invariant($"{sample} reads as {string.Join(" or ", readings)}, ")
                        + "and no other value of the first rows tells which.",
                    option);
            }
        }

        return null;
    }

    /// <summary>Reads a value with the remaining formats.</summary>
    public FormatResult Read(ReadOnlySpan<char> text, out TValue value)
    {
        if (_left.Count == 1 || CanReadByFirst(text))
        {
            bool isRead = _tryParse(_left[0], text, out value);
            _seen |= isRead;
            return isRead ? FormatResult.Read : FormatResult.Unreadable;
        }

        value = default;
        int fitting = 0;
        for (int i = 0; i < _left.Count; i++)
        {
            TFormat format = _left[i];
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
            for (int i = _left.Count - 1; i >= 0; i--)
            {
                if (!_tryParse(_left[i], text, out _))
                {
                    _left.RemoveAt(i);
                }
            }
        }

        return FormatResult.Read;
    }

    /// <summary>Returns the different readings of a text by the remaining formats.</summary>
    public string[] Readings(ReadOnlySpan<char> text)
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

    /// <summary>Returns the remaining formats.</summary>
    public override string ToString() => string.Join(" or ", _left);

    /// <summary>Returns whether all remaining formats are known to read a text alike, so that one of them is
    /// enough.</summary>
    private bool CanReadByFirst(ReadOnlySpan<char> text) => _agree is not null && _agree(_left, text);

    private (TFormat Format, FormatSample By)? Narrow(FormatSample sample)
    {
        bool[] fits = [.. _candidates.Select(candidate => _tryParse(candidate.Format, sample.Text, out _))];
        if (!fits.Contains(true))
        {
            // The text is not a date or number in any format. This is a fault of its row and does not affect the
            // format.
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
