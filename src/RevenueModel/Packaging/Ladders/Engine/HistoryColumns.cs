using Ardalis.GuardClauses;
using RevenueModel.Pricing;

namespace RevenueModel.Packaging;

/// <summary>Histories of one meter as columns, and what today's plan bills for them.</summary>
internal sealed class HistoryColumns
{
    private HistoryColumns(string meter, int[] starts)
    {
        Meter = meter;
        Starts = starts;
        Usage = new decimal[starts[^1]];
        Bills = new decimal[starts[^1]];
    }

    /// <summary>The meter.</summary>
    public string Meter { get; }

    /// <summary>What was used in each month, customer by customer.</summary>
    public decimal[] Usage { get; }

    /// <summary>What was billed in each.</summary>
    public decimal[] Bills { get; }

    /// <summary>Where each customer's months start, and behind them where the last ones end.</summary>
    public int[] Starts { get; }

    /// <summary>The columns of histories under a plan that bills one meter.</summary>
    public static HistoryColumns Of(ReadOnlySpan<UsageHistory> histories, PricePlan plan)
    {
        if (Guard.Against.Null(plan).Meters is not [var meter])
        {
            throw new ArgumentException(
                Invariant($"Plan \"{plan.Name}\" bills {plan.Meters.Count} meters; one is expected here."), nameof(plan));
        }

        if (histories.IsEmpty)
        {
            throw new ArgumentException("histories had no customer; at least one is expected.", nameof(histories));
        }

        var starts = new int[histories.Length + 1];
        for (int i = 0; i < histories.Length; i++)
        {
            starts[i + 1] = starts[i] + Guard.Against.Null(histories[i]).Months;
        }

        var columns = new HistoryColumns(meter, starts);
        for (int i = 0; i < histories.Length; i++)
        {
            BillCalculator.MonthlyAmounts(plan, histories[i], columns.Bills.AsSpan(starts[i]..starts[i + 1]));
            UsageOf(histories[i], meter).CopyTo(columns.Usage.AsSpan(starts[i]));
        }

        return columns;
    }

    /// <summary>What a customer used of a meter in each month.</summary>
    public static ReadOnlySpan<decimal> UsageOf(UsageHistory history, string meter)
    {
        if (Guard.Against.Null(history).Find(meter) is not { } series)
        {
            throw new ArgumentException(
                $"{history.Customer} had no usage of \"{meter}\"; a series for it is expected.", nameof(history));
        }

        return series.Quantities.AsSpan();
    }
}
