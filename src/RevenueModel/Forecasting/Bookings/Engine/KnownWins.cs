using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The deals that were won on known days up to a day.</summary>
internal sealed class KnownWins
{
    private readonly string _name;

    private KnownWins(IReadOnlyList<Opportunity> all, string name)
    {
        All = all;
        _name = name;
    }

    /// <summary>Gets the deals.</summary>
    public IReadOnlyList<Opportunity> All { get; }

    /// <summary>Finds the deals that were won up to a day.</summary>
    /// <param name="opportunities">The deals.</param>
    /// <param name="asOf">The last day.</param>
    /// <param name="name">The parameter of the caller that holds the deals.</param>
    public static KnownWins Of(ReadOnlySpan<Opportunity> opportunities, LocalDate asOf, string name)
    {
        var all = new List<Opportunity>();
        foreach (Opportunity opportunity in opportunities)
        {
            if (opportunity.Outcome == DealOutcome.Won && opportunity.Closed is { } closed && closed <= asOf)
            {
                all.Add(opportunity);
            }
        }

        return new KnownWins(all, name);
    }

    /// <summary>Returns the amount of the deals that were won in a period.</summary>
    public decimal AmountIn(DateSpan period)
    {
        decimal amount = 0m;
        foreach (Opportunity opportunity in All)
        {
            if (period.Contains(opportunity.Closed!.Value))
            {
                amount = DomainGuards.Total(amount, opportunity.Amount ?? 0m, _name);
            }
        }

        return amount;
    }

    /// <summary>Returns the number of deals without an amount that were won in a period.</summary>
    public int WithoutAmountIn(DateSpan period)
    {
        int count = 0;
        foreach (Opportunity opportunity in All)
        {
            count += opportunity.Amount is null && period.Contains(opportunity.Closed!.Value) ? 1 : 0;
        }

        return count;
    }
}
