using RevenueModel.Statistics;

namespace RevenueModel.Kpis;

/// <summary>Collects numerators and denominators by segment.</summary>
internal sealed class RatioColumns
{
    private readonly Dictionary<string, (List<decimal> Tops, List<decimal> Bottoms)> _bySegment =
        new(StringComparer.Ordinal);

    public void Add(string segment, decimal top, decimal bottom)
    {
        if (!_bySegment.TryGetValue(segment, out (List<decimal> Tops, List<decimal> Bottoms) columns))
        {
            _bySegment[segment] = columns = ([], []);
        }

        columns.Tops.Add(top);
        columns.Bottoms.Add(bottom);
    }

    /// <summary>Returns the sample of each segment.</summary>
    public IEnumerable<(string Segment, RatioSample Sample)> ToSamples()
    {
        foreach ((string segment, (List<decimal> tops, List<decimal> bottoms)) in _bySegment)
        {
            yield return (segment, RatioSample.Of([.. tops], [.. bottoms]));
        }
    }
}
