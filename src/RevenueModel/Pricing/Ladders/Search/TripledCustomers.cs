using RevenueModel.Pricing.Comparison;

namespace RevenueModel.Pricing.Ladders.Search;

/// <summary>From which fee on a customer pays three times what it pays today, for all customers by the place of their level
/// among the boundaries.</summary>
internal sealed class TripledCustomers
{
    private readonly decimal[] _fees; // ascending within each place
    private readonly int[] _starts; // of each place, and behind them the number of customers

    private TripledCustomers(decimal[] fees, int[] starts)
    {
        _fees = fees;
        _starts = starts;
    }

    /// <summary>The number of customers.</summary>
    public int Customers => _fees.Length;

    /// <summary>The fees of all customers.</summary>
    public static TripledCustomers Of(in UsageBook book, BoundaryCandidates candidates)
    {
        var fees = new decimal[book.Customers.Length];
        var starts = new int[candidates.Values.Length + 2];
        for (int i = 0; i < fees.Length; i++)
        {
            CustomerUsage customer = book.Customers[i];
            fees[i] = BillShockRule.PublishedMultiple * customer.Today / customer.Months;
            starts[candidates.PositionOf(customer.Level) + 1] = i + 1; // customers stand in the order of their levels
        }

        for (int place = 1; place < starts.Length; place++)
        {
            starts[place] = Math.Max(starts[place], starts[place - 1]);
            Array.Sort(fees, starts[place - 1], starts[place] - starts[place - 1]);
        }

        return new TripledCustomers(fees, starts);
    }

    /// <summary>The customers with levels above one boundary and up to another whom a fee bills three times what they pay
    /// today or more.</summary>
    public int Count(int lo, int hi, decimal fee)
    {
        int count = 0;
        for (int place = lo + 1; place <= hi; place++)
        {
            int from = _starts[place];
            int to = _starts[place + 1];
            if (from == to || _fees[from] > fee)
            {
                continue; // of most places, since higher levels pay more
            }

            while (from < to)
            {
                int middle = (from + to) >>> 1;
                if (_fees[middle] <= fee)
                {
                    from = middle + 1;
                }
                else
                {
                    to = middle;
                }
            }

            count += from - _starts[place];
        }

        return count;
    }
}
