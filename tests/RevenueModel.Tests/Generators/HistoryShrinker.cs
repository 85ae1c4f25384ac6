using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>Simplifies histories by removing a fact or a term.</summary>
internal static class HistoryShrinker
{
    public static IEnumerable<History> Simpler(History history)
    {
        foreach (History simpler in Accounts(history).Concat(Lists(history)).Concat(Usage(history)))
        {
            yield return simpler;
        }

        foreach (PricePlan plan in Simpler(history.Plan))
        {
            yield return history with { Plan = plan };
        }

        for (int i = 0; i < history.Changes.Count; i++)
        {
            HistoryChange change = history.Changes[i];
            foreach (PricePlan plan in Simpler(change.Plan))
            {
                yield return history with { Changes = With(history.Changes, i, change with { Plan = plan }) };
            }
        }
    }

    /// <summary>
    /// Returns a simpler history that still fulfills a condition and that cannot be simplified further.
    /// </summary>
    public static History Shrink(History history, Func<History, bool> isSo)
    {
        while (Simpler(history).FirstOrDefault(isSo) is { } simpler)
        {
            history = simpler;
        }

        return history;
    }

    private static IEnumerable<History> Accounts(History history)
    {
        if (history.Periods > 1)
        {
            yield return history with { Periods = 1 };
            yield return history with { Periods = history.Periods - 1 };
        }

        if (history.End is { } end)
        {
            yield return history with { End = null };
            if (end.TrueUp != default || end.Fee != default)
            {
                yield return history with { End = new ContractEnd { On = end.On } };
            }
        }

        if (history.Rounding != InvoiceRounding.Default)
        {
            yield return history with { Rounding = InvoiceRounding.Default };
        }

        if (history.TaxRate > 0m)
        {
            yield return history with { TaxRate = 0m };
        }

        if (history.Cycle.Anchor is not null)
        {
            yield return history with { Cycle = history.Cycle with { Anchor = null } };
        }

        if (history.Cycle.FeeInterval is not null)
        {
            yield return history with { Cycle = history.Cycle with { FeeInterval = null } };
        }

        if (history.Cycle.Fee != default)
        {
            yield return history with { Cycle = history.Cycle with { Fee = default } };
        }

        if (history.SpentInYear > 0m)
        {
            yield return history with { SpentInYear = 0m };
        }
    }

    private static IEnumerable<History> Lists(History history)
    {
        for (int i = 0; i < history.Credits.Count; i++)
        {
            yield return history with { Credits = Without(history.Credits, i) };
        }

        for (int i = 0; i < history.Changes.Count; i++)
        {
            yield return history with { Changes = Without(history.Changes, i) };
            if (history.Changes[i].Convention != default)
            {
                HistoryChange prorated = history.Changes[i] with { Convention = default };
                yield return history with { Changes = With(history.Changes, i, prorated) };
            }
        }

        for (int i = 0; i < history.Carried.Count; i++)
        {
            yield return history with { Carried = Without(history.Carried, i) };
        }
    }

    private static IEnumerable<History> Usage(History history)
    {
        for (int i = 0; i < history.Usage.Count; i++)
        {
            MeterSeries series = history.Usage[i];
            decimal[] days = [.. series.Quantities];
            if (days.All(day => day == 0m))
            {
                continue;
            }

            for (int length = days.Length; length > 0; length /= 2)
            {
                for (int from = 0; from < days.Length; from += length)
                {
                    int last = Math.Min(from + length, days.Length);
                    if (days[from..last].Any(day => day > 0m))
                    {
                        decimal[] fewer = [.. days.Select((day, at) => at >= from && at < last ? 0m : day)];
                        var simpler = MeterSeries.Of(series.Meter, fewer);
                        yield return history with { Usage = With(history.Usage, i, simpler) };
                    }
                }
            }
        }
    }

    private static IEnumerable<PricePlan> Simpler(PricePlan plan)
    {
        if (plan.Protection is { } protection)
        {
            yield return plan with { Protection = null };
            if (protection.Cap.IsSet && (protection.MoveUpTo is not null || protection.SmoothingPeriods > 1))
            {
                yield return plan with { Protection = protection with { Cap = default } };
            }

            if (protection.MoveUpTo is { } next)
            {
                yield return plan with { Protection = protection with { MoveUpTo = null } };
                foreach (PricePlan simpler in Simpler(next))
                {
                    yield return plan with { Protection = protection with { MoveUpTo = simpler } };
                }
            }
        }

        if (plan.Commitment is { } commitment)
        {
            yield return plan with { Commitment = null };
            if (commitment.OverageMultiplier != 1m)
            {
                yield return plan with { Commitment = commitment with { OverageMultiplier = 1m } };
            }
        }

        if (plan.AmountDiscount > 0m)
        {
            yield return plan with { AmountDiscount = 0m };
        }

        if (plan.PercentDiscount > 0m)
        {
            yield return plan with { PercentDiscount = 0m };
        }

        if (plan.BaseFee > 0m)
        {
            yield return plan with { BaseFee = 0m };
            if (plan.BaseFee != 100m)
            {
                yield return plan with { BaseFee = 100m };
            }
        }

        if (plan.DayCount != default)
        {
            yield return plan with { DayCount = default };
        }

        for (int i = 0; i < plan.Charges.Count; i++)
        {
            yield return plan with { Charges = Without(plan.Charges, i) };
            foreach (Charge charge in Simpler(plan.Charges[i]))
            {
                yield return plan with { Charges = With(plan.Charges, i, charge) };
            }
        }
    }

    private static IEnumerable<Charge> Simpler(Charge charge)
    {
        var plain = new Charge { Name = charge.Name, Meter = charge.Meter, Price = charge.Price };
        PriceModel each = PriceModel.PerUnit(1m);
        if (charge.Price is not CapacityPrice && charge.Price != each)
        {
            yield return charge with { Price = each };
        }

        Charge[] fewer =
        [
            plain,
            charge with { Conversion = default },
            charge with { Allowance = default },
            charge with { UsageDiscount = 0m },
            charge with { AmountDiscount = 0m },
            charge with { PercentDiscount = 0m },
            charge with { Limits = null },
        ];
        foreach (Charge one in fewer.Where(one => one != charge))
        {
            yield return one;
        }
    }

    private static ValueList<T> Without<T>(ValueList<T> items, int at) => items.Where((_, i) => i != at).ToValueList();

    private static ValueList<T> With<T>(ValueList<T> items, int at, T item) =>
        items.Select((one, i) => i == at ? item : one).ToValueList();
}
