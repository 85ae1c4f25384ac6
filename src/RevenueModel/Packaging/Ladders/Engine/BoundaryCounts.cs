
namespace RevenueModel.Packaging;

/// <summary>Months, bills, months above each boundary and crossings of it, by the place of the customer's level.</summary>
internal sealed class BoundaryCounts
{
    private readonly int _places;
    private readonly long[] _months;
    private readonly decimal[] _today;
    private readonly long[] _above; // by level and boundary; until accumulated, of the months in a place
    private readonly long[] _crossings; // by level and boundary; until accumulated, where spans of them begin and end

    public BoundaryCounts(int places)
    {
        _places = places;
        _months = new long[places];
        _today = new decimal[places];
        _above = new long[places * places];
        _crossings = new long[places * places];
    }

    /// <summary>Counts a customer.</summary>
    public void Add(BoundaryCandidates candidates, in CustomerUsage customer, ReadOnlySpan<decimal> usage)
    {
        int level = candidates.PositionOf(customer.Level);
        _months[level] += usage.Length;
        _today[level] += customer.Today;
        Span<long> inPlace = _above.AsSpan(level * _places, _places);
        Span<long> crossed = _crossings.AsSpan(level * _places, _places);
        int previous = -1;
        foreach (decimal quantity in usage)
        {
            int place = candidates.PositionOf(quantity);
            inPlace[place]++;
            if (previous >= 0 && previous != place)
            {
                crossed[Math.Min(previous, place)]++; // every boundary from the lower place to below the higher one
                crossed[Math.Max(previous, place)]--;
            }

            previous = place;
        }
    }

    /// <summary>From counts by place to counts above each boundary, and from each level to all up to it.</summary>
    public void Accumulate()
    {
        for (int level = 0; level < _places; level++)
        {
            Span<long> above = _above.AsSpan(level * _places, _places);
            Span<long> crossings = _crossings.AsSpan(level * _places, _places);
            long sum = 0;
            for (int place = _places - 1; place >= 0; place--)
            {
                (above[place], sum) = (sum, sum + above[place]);
            }

            for (int place = 1; place < _places; place++)
            {
                crossings[place] += crossings[place - 1];
            }

            if (level > 0)
            {
                _months[level] += _months[level - 1];
                _today[level] += _today[level - 1];
                Add(_above.AsSpan((level - 1) * _places, _places), above);
                Add(_crossings.AsSpan((level - 1) * _places, _places), crossings);
            }
        }
    }

    /// <summary>The tier of the levels above one boundary and up to another.</summary>
    public TierFigures Between(int lo, int hi, decimal tolerance)
    {
        long months = _months[hi] - (lo < 0 ? 0 : _months[lo]);
        decimal today = _today[hi] - (lo < 0 ? 0m : _today[lo]);
        int upper = (hi * _places) + hi;
        int lower = (lo * _places) + hi;
        return new TierFigures
        {
            Months = months,
            Above = _above[upper] - (lo < 0 ? 0 : _above[lower]),
            Crossings = _crossings[upper] - (lo < 0 ? 0 : _crossings[lower]),
            Today = today,
            Mean = months == 0 ? 0m : today / months,
            Least = today * (1m - tolerance),
            Most = today * (1m + tolerance),
        };
    }

    private static void Add(ReadOnlySpan<long> from, Span<long> to)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] += from[i];
        }
    }
}
