using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;
using static RevenueModel.Tests.Numerics.Fractions;

namespace RevenueModel.Tests.Oracles.Pricing;

/// <summary>Computes bills in exact fractions by the remarks of <see cref="PricePlan"/> and its parts.</summary>
internal static class BillOracle
{
    /// <summary>The bill of a period; <see cref="OraclePeriod.Usage"/> is smoothed where the plan smooths.</summary>
    public static OracleBill Bill(PricePlan plan, OraclePeriod period)
    {
        OracleCharge[] charges = [.. plan.Charges.Select(charge => ChargeOracle.Rate(charge, period))];
        ExactFraction baseFee = Exact(plan.BaseFee) * (period.FeeShare ?? period.Share);
        ExactFraction gross = baseFee + charges.Sum(charge => charge.Amount);
        ExactFraction afterAmount = Max(gross - (Exact(plan.AmountDiscount) * period.Share), Zero);
        ExactFraction spend = afterAmount * (One - Exact(plan.PercentDiscount));

        ExactFraction withSurcharge = spend + Surcharge(plan.Commitment, spend, period);
        ExactFraction least = Least(plan, period);
        ExactFraction capped = Cap(plan, period) is { } cap ? Min(withSurcharge, cap) : withSurcharge;
        ExactFraction? byNext = plan.Protection?.MoveUpTo is { } next
            ? Max(least, Bill(next, AsNextPlan(period)).Amount)
            : null;
        ExactFraction moved = byNext is { } most ? Min(capped, most) : capped;

        // What is spent is what was billed for usage: no more than the bill, and without the multiplier's surcharge.
        ExactFraction spent = Min(spend, moved);
        ExactFraction withTrueUp = Max(moved, least);
        ExactFraction ofYear = period is { IsOver: true, IsLastOfYear: true }
            && plan.Commitment is { TrueUp: true, Period: CommitmentPeriod.ContractYear }
            ? Max((CommittedIn(plan.Commitment, period) * period.YearShare) - period.SpentInYear - spent, Zero)
            : Zero;
        return new OracleBill
        {
            BaseFee = baseFee,
            Charges = charges,
            AmountDiscount = gross - afterAmount,
            PercentDiscount = afterAmount - spend,
            OverageSurcharge = withSurcharge - spend,
            OverCap = withSurcharge - capped,
            MovedUp = capped - moved,
            MostByNext = byNext,
            TrueUp = withTrueUp - moved + ofYear,
            Amount = withTrueUp + ofYear,
            Spent = spent,
        };
    }

    /// <summary>The bill of each month of a history.</summary>
    public static IReadOnlyList<OracleBill> Bills(PricePlan plan, UsageHistory history)
    {
        var bills = new List<OracleBill>();
        int window = plan.Protection?.SmoothingPeriods ?? 1;
        int before = ((history.Start.Year - history.ContractStart.Year) * 12)
            + history.Start.Month
            - history.ContractStart.Month;
        Dictionary<string, ExactFraction> carried = new(StringComparer.OrdinalIgnoreCase);
        ExactFraction spent = Zero;
        for (int month = 0; month < history.Months; month++)
        {
            int monthOfYear = ((before + month) % 12) + 1;
            spent = monthOfYear == 1 ? Zero : spent;
            int first = Math.Max(0, month - window + 1);
            OracleBill bill = Bill(plan, new OraclePeriod
            {
                Usage = history.Series.ToDictionary(
                    series => series.Meter,
                    series => series.Quantities.Skip(first).Take(month - first + 1).Select(Exact).Sum()
                        / Exact(month - first + 1),
                    StringComparer.OrdinalIgnoreCase),
                ContractYear = ((before + month) / 12) + 1,
                ContractPeriod = before + month + 1,
                SpentInYear = spent,
                IsLastOfYear = monthOfYear == 12 && month >= 11,
                Carried = carried,
            });
            spent += bill.Spent;
            carried = plan.Charges.Zip(bill.Charges).ToDictionary(
                both => both.First.Name,
                both => ChargeOracle.Carried(both.First, both.Second.Unused),
                StringComparer.OrdinalIgnoreCase);
            bills.Add(bill);
        }

        return bills;
    }

    /// <summary>Returns whether the bills of a plan contain no non-terminating quotient.</summary>
    public static bool IsExact(PricePlan plan) =>
        (plan.Protection?.SmoothingPeriods is null or <= 2) && ConvertsExactly(plan);

    private static bool ConvertsExactly(PricePlan plan) =>
        plan.Charges.All(
            charge => charge.Conversion.Rounding != UnitRounding.None || HasShortQuotients(charge.Conversion.Divisor))
        && (plan.Protection?.MoveUpTo is not { } next || ConvertsExactly(next));

    private static ExactFraction Surcharge(Commitment? commitment, ExactFraction spend, OraclePeriod period)
    {
        if (commitment is null)
        {
            return Zero;
        }

        bool isOfYear = commitment.Period == CommitmentPeriod.ContractYear;
        ExactFraction committed = CommittedIn(commitment, period) * (isOfYear ? One : period.Share);
        ExactFraction left = Max(committed - (isOfYear ? period.SpentInYear : Zero), Zero);
        return Max(spend - left, Zero) * (Exact(commitment.OverageMultiplier) - One);
    }

    private static ExactFraction Least(PricePlan plan, OraclePeriod period) =>
        period.IsOver && plan.Commitment is { TrueUp: true, Period: CommitmentPeriod.BillingPeriod } commitment
            ? CommittedIn(commitment, period) * (period.FloorShare ?? period.Share)
            : Zero;

    private static ExactFraction? Cap(PricePlan plan, OraclePeriod period)
    {
        ExactFraction committedFee = plan.Commitment is { Period: CommitmentPeriod.BillingPeriod } commitment
            ? Max(Exact(plan.BaseFee), CommittedIn(commitment, period))
            : Exact(plan.BaseFee);
        return plan.Protection?.Cap is { } cap
            ? cap.Amount is { } amount ? Exact(amount) * period.Share
                : cap.MultipleOfCommittedFee is { } multiple ? Exact(multiple) * committedFee * period.Share
                : null
            : null;
    }

    // The next plan brings no carried allowance, and the end of the contract is no concern of it.
    private static OraclePeriod AsNextPlan(OraclePeriod period) => period with
    {
        Carried = new Dictionary<string, ExactFraction>(),
        FeeShare = null,
        FloorShare = null,
    };

    /// <summary>The commitment of a whole period, or of the contract year.</summary>
    public static ExactFraction CommittedIn(Commitment commitment, OraclePeriod period)
    {
        int number = commitment.Step == CommitmentStep.BillingPeriod ? period.ContractPeriod : period.ContractYear;
        return Exact(commitment.Amounts.Take(number).Last());
    }
}
