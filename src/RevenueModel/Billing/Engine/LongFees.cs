using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The base fees that are due in a billing period if the period of the fee is longer, such as a
/// year.</summary>
/// <remarks>In advance, a fee is due at the start of its period; a change of plan refunds the charge for the remaining
/// days and charges the new fee. In arrears, a change of plan bills the elapsed days, and the end of the fee period
/// bills the rest.</remarks>
internal sealed class LongFees
{
    private readonly BillingAccount _account;
    private readonly PeriodPlan _plan;
    private readonly DateSpan _feePeriod;
    private readonly DateSpan _owed; // the days of the fee period in the contract, or all if the fee is owed in full
    private readonly bool _isInAdvance;
    private readonly List<FeePiece> _pieces = [];
    private int _standingPart; // of this period, in which the standing fee began

    private LongFees(BillingAccount account, PeriodPlan plan)
    {
        var calendar = new ContractCalendar(account);
        _account = account;
        _plan = plan;
        _feePeriod = FeePeriodOf(account, calendar, plan.Service.Start);
        DateSpan inContract = calendar.ServiceOf(_feePeriod);
        _owed = DateSpan.Between(inContract.Start, PeriodFees.EndOf(account, inContract, _feePeriod));
        _isInAdvance = account.Cycle.Fee == FeeTiming.InAdvance;
        Standing = account.StandingFee?.Period == _feePeriod ? account.StandingFee : null;
    }

    /// <summary>Gets the fee for the days after the period; <see langword="null"/> if the fee period is
    /// over.</summary>
    public StandingFee? Standing { get; private set; }

    /// <summary>Gets the fees that are due.</summary>
    public IReadOnlyList<FeePiece> Pieces => _pieces;

    /// <summary>Determines the fees of a period.</summary>
    public static LongFees Of(BillingAccount account, PeriodPlan plan)
    {
        var fees = new LongFees(account, plan);
        fees.Run();
        return fees;
    }

    private static DateSpan FeePeriodOf(BillingAccount account, ContractCalendar calendar, LocalDate day)
    {
        try
        {
            return calendar.FeePeriodOf(day);
        }
        catch (ArgumentException outside)
        {
            throw new InvalidOperationException(
                Invariant($"The fee period of {account.Customer} on {day:R} is not within the years 1 to 9999."),
                outside);
        }
    }

    private void Run()
    {
        if (Standing is null)
        {
            // Within the fee period if a contract continues after its end was billed.
            DateSpan days = DateSpan.Between(LocalDate.Max(_owed.Start, _plan.Service.Start), _owed.End!.Value);
            Stand(0, days);
            Charge(0, days);
        }
        else if (_plan.Parts[0].Change is not null)
        {
            Change(0);
        }

        for (int part = 1; part < _plan.Parts.Length; part++)
        {
            Change(part);
        }

        LocalDate end = _plan.Service.End!.Value;
        int last = _plan.Parts.Length - 1;
        if (Standing is { } standing && standing.Days.End > _owed.End)
        {
            GiveBack(last, _owed.End!.Value, standing);
        }

        if (Standing is { } shorter && shorter.Days.End < _owed.End)
        {
            Extend(last, shorter);
        }

        if (end >= _owed.End || end == _feePeriod.End || _account.ContractEnd?.On == end)
        {
            BillRest();
            Standing = null;
        }
    }

    private void Change(int part)
    {
        PricePlan plan = _plan.Parts[part].Plan;
        LocalDate on = _plan.Parts[part].Days.Start;
        StandingFee old = Standing!;
        DateSpan rest = DateSpan.Between(on, _owed.End!.Value);
        decimal amount = ShareOf(plan, rest).Of(plan.BaseFee);
        decimal remaining = PartOf(old, rest);
        switch (_plan.Parts[part].Change)
        {
            case PlanChangeConvention.FullDifference:
                GiveBackOrDrop(part, old, old.Days.Start);
                Stand(part, old.Days);
                Charge(part, old.Days);
                return;
            case PlanChangeConvention.NoRefund
                when IsBelow(amount * (1m - plan.PercentDiscount), remaining * (1m - old.Plan.PercentDiscount)):
                return; // the old fee still applies
            default:
                GiveBackOrDrop(part, old, on);
                Stand(part, rest);
                Charge(part, rest);
                return;
        }
    }

    private static bool IsBelow(decimal fee, decimal old) => !DivisionNoise.Reaches(fee, old);

    // In advance, the fee of the remaining days was charged. In arrears, the fee of the elapsed days is due now.
    private void GiveBackOrDrop(int part, StandingFee old, LocalDate from)
    {
        if (_isInAdvance)
        {
            GiveBack(part, from, old);
        }
        else if (old.Days.Start < from)
        {
            DateSpan passed = DateSpan.Between(old.Days.Start, from);
            Add(part, old.Plan, passed, PartOf(old, passed));
        }
    }

    private void GiveBack(int part, LocalDate from, StandingFee old)
    {
        if (from >= old.Days.End)
        {
            return;
        }

        DateSpan rest = DateSpan.Between(LocalDate.Max(from, old.Days.Start), old.Days.End!.Value);
        decimal amount = PartOf(old, rest);
        if (_isInAdvance)
        {
            Add(part, old.Plan, rest, -amount);
        }

        Standing = rest.Start > old.Days.Start
            ? old with
            {
                Days = DateSpan.Between(old.Days.Start, rest.Start),
                Amount = DivisionNoise.Remove(Math.Max(old.Amount - amount, 0m), old.Amount),
            }
            : null;
    }

    // The contract ends later than it did when the fee was charged.
    private void Extend(int part, StandingFee old)
    {
        DateSpan further = DateSpan.Between(old.Days.End!.Value, _owed.End!.Value);
        decimal amount = ShareOf(old.Plan, further).Of(old.Plan.BaseFee);
        Standing = old with
        {
            Days = DateSpan.Between(old.Days.Start, further.End!.Value),
            Amount = old.Amount + amount,
        };
        if (_isInAdvance)
        {
            Add(part, old.Plan, further, amount);
        }
    }

    private void BillRest()
    {
        if (!_isInAdvance && Standing is { } standing)
        {
            Add(_standingPart, standing.Plan, standing.Days, standing.Amount);
        }
    }

    private void Charge(int part, DateSpan days)
    {
        if (_isInAdvance)
        {
            Add(part, _plan.Parts[part].Plan, days, Standing!.Amount);
        }
    }

    private void Stand(int part, DateSpan days)
    {
        PricePlan plan = _plan.Parts[part].Plan;
        _standingPart = part;
        Standing = new StandingFee
        {
            Period = _feePeriod,
            Days = days,
            Plan = plan,
            Amount = ShareOf(plan, days).Of(plan.BaseFee),
        };
    }

    private void Add(int part, PricePlan plan, DateSpan days, decimal amount)
    {
        if (amount != 0m)
        {
            _pieces.Add(new FeePiece(plan, part, days, amount, ShareOf(plan, days)));
        }
    }

    private static decimal PartOf(StandingFee standing, DateSpan days)
    {
        if (days == standing.Days)
        {
            return standing.Amount;
        }

        (decimal part, decimal whole) = ProrationCalculator.DaysWithin(standing.Days, days, standing.Plan.DayCount);
        return standing.Amount * part / whole;
    }

    private PeriodShare ShareOf(PricePlan plan, DateSpan days)
    {
        if (days == _feePeriod)
        {
            return PeriodShare.All;
        }

        (decimal part, decimal whole) = ProrationCalculator.DaysWithin(_feePeriod, days, plan.DayCount);
        return new PeriodShare(part, whole);
    }
}
