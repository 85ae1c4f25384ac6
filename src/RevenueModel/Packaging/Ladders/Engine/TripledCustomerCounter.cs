using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Counts the customers that pay three times what they pay today, or more, under a ladder of the
/// candidates.</summary>
internal sealed class TripledCustomerCounter
{
    private readonly int _places; // the boundaries, and behind them what is above all
    private readonly int[] _levels; // by customer, in the order of levels: the place of the level
    private readonly int[] _months;
    private readonly int[] _above; // by customer and place: the months above it
    private readonly decimal[] _shocks; // by customer: three times what is paid today

    private TripledCustomerCounter(int customers, int places)
    {
        _places = places;
        _levels = new int[customers];
        _months = new int[customers];
        _above = new int[customers * places];
        _shocks = new decimal[customers];
    }

    /// <summary>The customers of a book.</summary>
    public static TripledCustomerCounter Of(in CustomerUsageTable book, BoundaryCandidates candidates)
    {
        int places = candidates.Values.Length + 1;
        var all = new TripledCustomerCounter(book.Customers.Length, places);
        for (int i = 0; i < all._levels.Length; i++)
        {
            CustomerUsage customer = book.Customers[i];
            all._levels[i] = candidates.PositionOf(customer.Level);
            all._months[i] = customer.Months;
            all._shocks[i] = BillShockRule.PublishedMultiple * customer.Today;
            Span<int> above = all._above.AsSpan(i * places, places);
            foreach (decimal quantity in book.MonthsOf(customer))
            {
                above[candidates.PositionOf(quantity)]++;
            }

            int sum = 0;
            for (int place = places - 1; place >= 0; place--)
            {
                (above[place], sum) = (sum, sum + above[place]);
            }
        }

        return all;
    }

    /// <summary>Whether more than a share of customers is tripled.</summary>
    /// <param name="share">The share.</param>
    /// <param name="ends">The boundary that each tier ends with.</param>
    /// <param name="fees">The fee of each.</param>
    public bool IsAbove(decimal share, ReadOnlySpan<int> ends, ReadOnlySpan<decimal> fees)
    {
        decimal most = share * _levels.Length;
        return Count(ends, fees, most) > most;
    }

    /// <summary>The share of customers that is tripled.</summary>
    /// <param name="ends">The boundary that each tier ends with.</param>
    /// <param name="fees">The fee of each.</param>
    public decimal ShareOf(ReadOnlySpan<int> ends, ReadOnlySpan<decimal> fees) =>
        (decimal)Count(ends, fees, _levels.Length) / _levels.Length;

    private int Count(ReadOnlySpan<int> ends, ReadOnlySpan<decimal> fees, decimal most)
    {
        int count = 0;
        int tier = 0;
        for (int i = 0; i < _levels.Length && count <= most; i++)
        {
            while (_levels[i] > ends[tier])
            {
                tier++;
            }

            decimal fee = fees[tier];
            decimal next = tier < ends.Length - 1 ? fees[tier + 1] : fee;
            decimal pays = (fee * _months[i]) + ((next - fee) * _above[(i * _places) + ends[tier]]);
            count += pays > 0m && DivisionNoise.Reaches(pays, _shocks[i]) ? 1 : 0;
        }

        return count;
    }
}
