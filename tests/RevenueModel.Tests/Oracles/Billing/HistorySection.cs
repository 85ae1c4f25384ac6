using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>A billing period: whole, in the contract, its number in the contract and its contract year.</summary>
internal sealed record HistoryPeriod(DateSpan Span, DateSpan Service, int Number, int Year);

/// <summary>Days on which a charge has the same terms.</summary>
internal sealed record HistoryRun(LocalDate From, LocalDate To, Charge Charge);

/// <summary>Days on which the terms of the bill as a whole are the same.</summary>
internal sealed class HistorySection(
    HistoryPeriod period, List<HistoryPart> parts, LocalDate whole, LocalDate through, bool isOver)
{
    public HistoryPeriod Period => period;

    public PricePlan Plan => parts[0].Plan;

    public LocalDate From => parts[0].From;

    public LocalDate To => parts[^1].To;

    public LocalDate Through => through;

    public bool IsOver => isOver;

    public ExactFraction OwnShare => Share(From, To);

    public ExactFraction Committed => Exact(Plan.Commitment!.AmountIn(period.Year, period.Number));

    public ExactFraction AmountDiscount
    {
        get
        {
            ExactFraction sum = Zero;
            foreach (HistoryPart part in parts)
            {
                sum += part.From < through ? Exact(part.Plan.AmountDiscount) * Share(part.From, part.To) : Zero;
            }

            return sum;
        }
    }

    /// <summary>Gets the sum of the caps of the parts; they differ if the cap is a multiple of the fee.</summary>
    public ExactFraction? Cap
    {
        get
        {
            ExactFraction? sum = Zero;
            foreach (HistoryPart part in parts)
            {
                sum += CapOf(part.Plan, period) * Share(part.From, part.To);
            }

            return sum;
        }
    }

    public ExactFraction Share(LocalDate from, LocalDate to) =>
        HistoryCalendar.Share(period.Span, from, to, Plan.DayCount);

    /// <summary>The total of the section once the period is over.</summary>
    public ExactFraction Floor(ContractEnd? end)
    {
        if (!isOver || Plan.Commitment is not { Period: CommitmentPeriod.BillingPeriod, TrueUp: true })
        {
            return Zero;
        }

        bool endsEarly = end is { } given && given.On == To && To < whole;
        return endsEarly && end!.TrueUp == EarlyEndTrueUp.InFull ? Committed * Share(From, whole)
            : period.Service.End < whole && end?.TrueUp == EarlyEndTrueUp.None ? Zero
            : Committed * OwnShare;
    }

    /// <summary>The runs of the charges, by start and then in the order of their plan.</summary>
    public List<HistoryRun> Runs()
    {
        var runs = new List<HistoryRun>();
        foreach (HistoryPart part in parts)
        {
            foreach (Charge charge in part.Plan.Charges)
            {
                int at = runs.FindIndex(run => run.To == part.From && run.Charge == charge);
                if (at >= 0)
                {
                    runs[at] = runs[at] with { To = part.To };
                }
                else
                {
                    runs.Add(new HistoryRun(part.From, part.To, charge));
                }
            }
        }

        return runs;
    }

    /// <summary>The cap of a whole period, or nothing.</summary>
    public static ExactFraction? CapOf(PricePlan plan, HistoryPeriod period)
    {
        decimal fee = plan.Commitment is { Period: CommitmentPeriod.BillingPeriod } commitment
            ? Math.Max(plan.BaseFee, commitment.AmountIn(period.Year, period.Number))
            : plan.BaseFee;
        BillCap cap = plan.Protection?.Cap ?? default;
        return cap.Amount is { } amount ? Exact(amount)
            : cap.MultipleOfCommittedFee is { } multiple ? Exact(multiple) * Exact(fee)
            : null;
    }
}
