using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Counts the customers whose bills under a ladder of the candidate boundaries are at least three times their
/// current bills.</summary>
/// <remarks>
/// Holds the number of months above each boundary for each customer, so that a ladder is evaluated without reading the
/// months again.
/// </remarks>
internal sealed class TripledCustomerCounter
{
    private readonly int _positions; // the candidates and "unlimited"
    private readonly int[] _levels; // by customer, ascending: the position of its commit level
    private readonly int[] _months; // by customer
    private readonly int[] _monthsAbove; // by customer and boundary
    private readonly decimal[] _tripledBills; // by customer: the total from which it counts as tripled

    private TripledCustomerCounter(int customers, int positions)
    {
        _positions = positions;
        _levels = new int[customers];
        _months = new int[customers];
        _monthsAbove = new int[customers * positions];
        _tripledBills = new decimal[customers];
    }

    /// <summary>Reads the customers once.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="candidates">The boundaries.</param>
    /// <param name="minIncrease">The smallest increase of the mean monthly bill from which a customer counts.</param>
    public static TripledCustomerCounter Of(
        in CustomerUsageTable customers,
        BoundaryCandidates candidates,
        decimal minIncrease)
    {
        int positions = candidates.Values.Length + 1;
        var counter = new TripledCustomerCounter(customers.Customers.Length, positions);
        for (int i = 0; i < counter._levels.Length; i++)
        {
            CustomerUsage customer = customers.Customers[i];
            counter._levels[i] = candidates.PositionOf(customer.CommitLevel);
            counter._months[i] = customer.Months;
            counter._tripledBills[i] = Math.Max(
                BillShockRule.PublishedMultiple * customer.RevenueToday,
                customer.RevenueToday + (minIncrease * customer.Months));
            Span<int> monthsAbove = counter._monthsAbove.AsSpan(i * positions, positions);
            foreach (decimal quantity in customers.MonthsOf(customer))
            {
                monthsAbove[candidates.PositionOf(quantity)]++;
            }

            int sum = 0;
            for (int position = positions - 1; position >= 0; position--)
            {
                (monthsAbove[position], sum) = (sum, sum + monthsAbove[position]);
            }
        }

        return counter;
    }

    /// <summary>Returns whether more than a share of the customers is tripled. Stops counting as soon as the share is
    /// exceeded.</summary>
    /// <param name="share">The share, between 0 and 1.</param>
    /// <param name="ends">The upper boundary of each tier, by position.</param>
    /// <param name="fees">The fee of each tier.</param>
    public bool IsAbove(decimal share, ReadOnlySpan<int> ends, ReadOnlySpan<decimal> fees)
    {
        decimal limit = share * _levels.Length;
        return Count(ends, fees, limit) > limit;
    }

    /// <summary>Returns the share of the customers that is tripled.</summary>
    /// <param name="ends">The upper boundary of each tier, by position.</param>
    /// <param name="fees">The fee of each tier.</param>
    public decimal ShareOf(ReadOnlySpan<int> ends, ReadOnlySpan<decimal> fees) =>
        (decimal)Count(ends, fees, _levels.Length) / _levels.Length;

    private int Count(ReadOnlySpan<int> ends, ReadOnlySpan<decimal> fees, decimal limit)
    {
        int count = 0;
        int tier = 0;
        for (int i = 0; i < _levels.Length && count <= limit; i++)
        {
            while (_levels[i] > ends[tier])
            {
                tier++;
            }

            decimal fee = fees[tier];
            decimal nextFee = tier < ends.Length - 1 ? fees[tier + 1] : fee;
            decimal billed = (fee * _months[i]) + ((nextFee - fee) * _monthsAbove[(i * _positions) + ends[tier]]);
            count += billed > 0m && DivisionNoise.Reaches(billed, _tripledBills[i]) ? 1 : 0;
        }

        return count;
    }
}
