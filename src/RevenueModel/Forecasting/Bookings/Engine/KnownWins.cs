using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The deals won up to a day, and what those of a period brought.</summary>
internal sealed class KnownWins
{
    /// <summary>Gets the deals that were won on known days up to the day.</summary>
    public required IReadOnlyList<Opportunity> All { get; init; }

    /// <summary>Gets the amount of those won in the period.</summary>
    public required decimal AmountOfPeriod { get; init; }

    /// <summary>Gets the number of deals won in the period without an amount.</summary>
    public required int WithoutAmount { get; init; }

    /// <summary>Finds the deals won up to a day.</summary>
    public static KnownWins Of(
        ReadOnlySpan<Opportunity> opportunities, LocalDate asOf, DateSpan period, string name)
    {
        var all = new List<Opportunity>();
        decimal amount = 0m;
        int withoutAmount = 0;
        foreach (Opportunity opportunity in opportunities)
        {
            if (opportunity.Outcome == DealOutcome.Won && opportunity.Closed is { } closed && closed <= asOf)
            {
                all.Add(opportunity);
                if (period.Contains(closed))
                {
                    amount = DomainGuards.Total(amount, opportunity.Amount ?? 0m, name);
                    withoutAmount += opportunity.Amount is null ? 1 : 0;
                }
            }
        }

        return new KnownWins { All = all, AmountOfPeriod = amount, WithoutAmount = withoutAmount };
    }
}
