using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;
using static RevenueModel.Tests.Numerics.Fractions;

namespace RevenueModel.Tests.Oracles.Pricing;

/// <summary>Computes the amount of a charge in the order that the remarks of <see cref="Charge"/> state.</summary>
internal static class ChargeOracle
{
    public static OracleCharge Rate(Charge charge, OraclePeriod period)
    {
        if (charge.Price is CapacityPrice capacity)
        {
            ExactFraction[] quantities = [.. capacity.Meters.Select(meter => period.Usage[meter])];
            return Adjust(charge, period, Counted(quantities.Sum(), PriceOracle.OfCapacity(capacity, quantities)));
        }

        if (charge.Price is PercentagePrice percentage
            && period.Transactions.TryGetValue(charge.Meter, out decimal[]? transactions))
        {
            return Adjust(
                charge, period,
                Counted(transactions.Select(Exact).Sum(), PriceOracle.Costs(percentage, transactions).Sum()));
        }

        ExactFraction metered = period.Usage[charge.Meter];
        if (charge.Price is PercentagePrice { NeedsTransactions: true } && metered == Zero)
        {
            return Adjust(charge, period, new OracleCharge());
        }

        ExactFraction converted = Convert(charge.Conversion, metered);
        ExactFraction allowance = (Exact(charge.Allowance.Quantity) * period.Share)
            + period.Carried.GetValueOrDefault(charge.Name);
        ExactFraction included = Min(converted, allowance);
        ExactFraction billable = converted - included;
        ExactFraction after = Max(billable - (Exact(charge.UsageDiscount) * period.Share), Zero);
        ExactFraction subtotal = PriceOf(charge.Price, billable);
        return Adjust(charge, period, new OracleCharge
        {
            Metered = metered,
            Converted = converted,
            Included = included,
            Unused = allowance - included,
            Billable = billable,
            Subtotal = subtotal,
            UsageDiscount = subtotal - PriceOf(charge.Price, after),
        });
    }

    /// <summary>The quantity that is carried to the next period.</summary>
    public static ExactFraction Carried(Charge charge, ExactFraction unused) => Min(
        Exact(charge.Allowance.Rollover.Maximum), Max(Exact(charge.Allowance.Rollover.Minimum), unused));

    public static ExactFraction Convert(UnitConversion conversion, ExactFraction metered)
    {
        ExactFraction units = metered * Exact(conversion.Factor) / Exact(conversion.Divisor);
        return conversion.Rounding switch
        {
            UnitRounding.Up => Ceiling(units),
            UnitRounding.Down => Floor(units),
            UnitRounding.HalfUp => Floor(units + Exact(0.5m)),
            _ => units,
        };
    }

    private static OracleCharge Counted(ExactFraction metered, ExactFraction subtotal) =>
        new() { Metered = metered, Converted = metered, Billable = metered, Subtotal = subtotal };

    private static ExactFraction PriceOf(PriceModel price, ExactFraction quantity) =>
        price is PercentagePrice percentage
            ? PriceOracle.OfTotal(percentage, quantity)
            : PriceOracle.Amount((QuantityPrice)price, quantity);

    private static OracleCharge Adjust(Charge charge, OraclePeriod period, OracleCharge rated)
    {
        ExactFraction afterUsage = rated.Subtotal - rated.UsageDiscount;
        ExactFraction afterAmount = Max(afterUsage - (Exact(charge.AmountDiscount) * period.Share), Zero);
        ExactFraction afterPercent = afterAmount * (One - Exact(charge.PercentDiscount));
        ExactFraction least = period.IsOver ? Exact(charge.Limits?.Min ?? 0m) * period.Share : Zero;
        ExactFraction atLeast = Max(afterPercent, least);
        ExactFraction atMost = charge.Limits?.Max is { } most ? Min(atLeast, Exact(most) * period.Share) : atLeast;
        return rated with
        {
            AmountDiscount = afterUsage - afterAmount,
            PercentDiscount = afterAmount - afterPercent,
            ToMinimum = atLeast - afterPercent,
            OverMaximum = atLeast - atMost,
            Amount = atMost,
        };
    }
}
