using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The billing terms of a customer and the balances from earlier periods. An invoice depends on this and on
/// the usage of its period, and on nothing else.</summary>
/// <remarks>
/// <para>Immutable; equal by value. <see cref="InvoiceCalculator"/> bills the next period of an account, and
/// <see cref="Invoice.ClosingAccount"/> is the account after it. Changes within the contract are recorded on the
/// account: <see cref="ChangePlan"/>, <see cref="EndContract"/>, <see cref="AddCredit"/>.</para>
/// <para>An account that is imported from another billing system states the point up to which that system billed:
/// <see cref="BilledThrough"/>, <see cref="SpentInContractYear"/>, <see cref="Carried"/>, <see cref="RecentUsage"/>
/// and <see cref="StandingFee"/>.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BillingAccount
{
    /// <summary>Gets the customer.</summary>
    public required string Customer { get; init => field = Guard.Against.Blank(value, nameof(Customer)); }

    /// <summary>Gets the plan in force at the start of the next period, before <see cref="PlanChanges"/>.</summary>
    public required PricePlan Plan { get; init => field = Guard.Against.Null(value, nameof(Plan)); }

    /// <summary>Gets the currency of all amounts.</summary>
    public required Currency Currency { get; init => field = Guard.Against.Null(value, nameof(Currency)); }

    /// <summary>Gets the first day of the contract, from which contract years are counted.</summary>
    public required LocalDate ContractStart { get; init; }

    /// <summary>Gets the end of the contract, or <see langword="null"/> if it is open.</summary>
    public ContractEnd? ContractEnd { get; init; }

    /// <summary>Gets the billing cycle. Default: monthly, in arrears, counted from <see cref="ContractStart"/>. A fee
    /// interval longer than that of usage is a whole number of billing periods.</summary>
    public BillingCycle Cycle
    {
        get;
        init => field = RequireWholePeriods(value, nameof(Cycle));
    } = BillingCycle.Monthly;

    /// <summary>Gets the rounding of amounts and tax. Default: per line, half away from zero.</summary>
    public InvoiceRounding Rounding
    {
        get;
        init => field = Guard.Against.Null(value, nameof(Rounding));
    } = InvoiceRounding.Default;

    /// <summary>Gets the tax rate, a fraction between 0 and 1. Default: zero. One rate applies to all spend; tax rules
    /// are outside this library.</summary>
    public decimal TaxRate { get; init => field = Guard.Against.NotFraction(value, nameof(TaxRate)); }

    /// <summary>Gets the changes of plan that are not billed yet, in ascending order of date; one per date.</summary>
    public ValueList<PricePlanChange> PlanChanges
    {
        get;
        init => field = RequireRisingDates(value, nameof(PlanChanges));
    }

    /// <summary>Gets the prepaid credits with their balances at the start of the next period, in whole minor units.
    /// Their ids are unique.</summary>
    public ValueList<PrepaidCredit> Credits
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static credit => credit.Id, nameof(Credits), "distinct id");
    }

    /// <summary>Gets the first day whose period is not billed to its end, or <see langword="null"/> if no period is;
    /// the next period is then the first of the contract.</summary>
    public LocalDate? BilledThrough { get; init; }

    /// <summary>Gets the billing period in progress, or <see langword="null"/> if no invoice is issued for the next
    /// period yet.</summary>
    public OpenPeriod? Open { get; init; }

    /// <summary>Gets the unused units of allowances that are carried into the next period; at most one item per
    /// charge.</summary>
    public ValueList<CarriedAllowance> Carried
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static carried => carried.Charge, nameof(Carried), "charge");
    }

    /// <summary>Gets the usage of the last periods, for a plan that smooths usage; at most one item per
    /// meter.</summary>
    /// <remarks>Meters that the plan does not bill are ignored.</remarks>
    public ValueList<MeterSeries> RecentUsage
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static series => series.Meter, nameof(RecentUsage), "meter");
    }

    /// <summary>Gets the spend of the contract year so far that counts towards a commitment. It is negative if fees of
    /// an earlier year were refunded.</summary>
    public decimal SpentInContractYear { get; init; }

    /// <summary>Gets the base fee of the current fee period, if that is longer than a billing period;
    /// <see langword="null"/> otherwise, and before the first fee period.</summary>
    public StandingFee? StandingFee { get; init; }

    /// <summary>Gets the number of issued adjustments. To compute an adjustment, all earlier adjustments of its
    /// periods are needed.</summary>
    public int Adjustments { get; init; }

    /// <summary>Gets the invoices of closed periods that were voided.</summary>
    public ValueList<VoidedInvoice> Voided { get; init; }

    /// <summary>Gets whether the contract has ended and all its periods are billed.</summary>
    public bool IsFullyBilled => ContractEnd is { } end && NextStart >= end.On && !IsBilledBeyond(end.On);

    /// <summary>Gets the first day that is not billed.</summary>
    internal LocalDate NextStart => BilledThrough ?? ContractStart;

    /// <summary>Returns the billing period of the next invoice.</summary>
    /// <returns>The period that starts on <see cref="BilledThrough"/>. Its end is counted from the anchor of the cycle
    /// and does not depend on the ends of earlier periods.</returns>
    /// <exception cref="InvalidOperationException">All periods of the contract are billed
    /// (<see cref="IsFullyBilled"/>), or the next one is not within the years 1 to 9999.</exception>
    public DateSpan NextPeriod()
    {
        if (IsFullyBilled)
        {
            throw new InvalidOperationException(
                Invariant(
                    $"The contract of {Customer} ended on {ContractEnd!.On:R}, and all its periods are billed."));
        }

        if (NextStart >= ContractEnd?.On)
        {
            throw new InvalidOperationException(
                Invariant($"The contract of {Customer} ended on {ContractEnd.On:R}, and fees are billed beyond that ")
                    + "day; an adjustment with BillingCorrection.OfContractEnd gives them back.");
        }

        try
        {
            return new ContractCalendar(this).PeriodOf(NextStart);
        }
        catch (ArgumentException outside)
        {
            throw new InvalidOperationException(
                Invariant($"The next period of {Customer}, from {NextStart:R} on, is not within the years 1 to 9999."),
                outside);
        }
    }

    /// <summary>Returns the account with a change of plan, or of prices, on a day.</summary>
    /// <param name="plan">The new plan.</param>
    /// <param name="on">The first day under the new plan; not before <see cref="BilledThrough"/>. A change on a day
    /// that is already billed is a late fact: see <see cref="AdjustmentCalculator"/>.</param>
    /// <param name="convention">The treatment of the base fee. Default: prorated by days.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException">The plan contradicts itself (<see cref="PricePlan.Validate"/>), or the day
    /// is before the first unbilled day.</exception>
    /// <remarks>With <see cref="PlanChangeConvention.FromNextPeriod"/>, the change takes effect on the first start of
    /// a fee period on or after the day. It replaces an earlier change on the same day.</remarks>
    public BillingAccount ChangePlan(
        PricePlan plan, LocalDate on, PlanChangeConvention convention = PlanChangeConvention.ProratedByDays)
    {
        _ = Guard.Against.Null(plan).Validated(nameof(plan));
        Guard.Against.Undefined(convention);
        if (on < NextStart)
        {
            throw DomainGuards.OutOfRange(
                nameof(on),
                Invariant($"{on:R}"),
                Invariant($"a day from {NextStart:R} on, through which {Customer} is billed,"));
        }

        LocalDate effective = convention == PlanChangeConvention.FromNextPeriod ? FeeStartFrom(on) : on;
        var change = new PricePlanChange { On = effective, Plan = plan, Convention = convention };
        return this with
        {
            PlanChanges = PlanChanges.Where(other => other.On != effective)
                .Append(change)
                .OrderBy(static other => other.On)
                .ToValueList(),
        };
    }

    /// <summary>Returns the account with an end of its contract.</summary>
    /// <param name="on">The first day that is no longer in the contract; after <see cref="ContractStart"/> and not
    /// before <see cref="BilledThrough"/>. The end of a billed period is a late fact if it changes the bill of that
    /// period, or if a fee is billed beyond it: see <see cref="BillingCorrection.OfContractEnd"/>.</param>
    /// <param name="trueUp">The amount owed of a commitment whose period ends early. Default: prorated.</param>
    /// <param name="fee">The amount owed of a base fee whose period ends early. Default: prorated.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException">The day is outside its range, or a rule is undefined.</exception>
    public BillingAccount EndContract(
        LocalDate on, EarlyEndTrueUp trueUp = EarlyEndTrueUp.Prorated, EarlyEndFee fee = EarlyEndFee.Prorated)
    {
        Guard.Against.Undefined(trueUp);
        Guard.Against.Undefined(fee);
        if (on == BilledThrough && (IsBilledBeyond(on) || IsCommittedBeyond(on)))
        {
            throw new ArgumentException(
                Invariant($"on was {on:R}, through which {Customer} is billed, with a fee or a commitment that ")
                    + "extends beyond it; an adjustment with BillingCorrection.OfContractEnd is expected.",
                nameof(on));
        }

        return on > ContractStart && on >= NextStart
            ? this with { ContractEnd = new ContractEnd { On = on, TrueUp = trueUp, Fee = fee } }
            : throw DomainGuards.OutOfRange(
                nameof(on),
                Invariant($"{on:R}"),
                Invariant($"a day after {ContractStart:R}, the start of the contract, and not before ")
                    + Invariant($"{NextStart:R}, through which {Customer} is billed,"));
    }

    /// <summary>Returns whether a fee or usage after the day is billed or owed; the account is billed through that
    /// day.</summary>
    internal bool IsBilledBeyond(LocalDate day) => Open is not null || StandingFee?.Days.End > day;

    // Returns whether a commitment by contract year is unsettled on the day; the account is billed through that day.
    private bool IsCommittedBeyond(LocalDate day) =>
        Plan.Commitment is { TrueUp: true, Period: CommitmentPeriod.ContractYear }
        && new ContractCalendar(this).StartOfYear(new ContractCalendar(this).YearOf(day)) != day;

    /// <summary>Returns the account with another prepaid credit.</summary>
    /// <param name="credit">The credit, with an id that no other credit of the account has. A top-up that is usable
    /// from the day of its payment does not cover usage before that day.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException">Another credit of the account has the same id.</exception>
    public BillingAccount AddCredit(PrepaidCredit credit)
    {
        Guard.Against.Null(credit);
        return NameLookup.Find(Credits.AsSpan(), credit.Id, static one => one.Id) is null
            ? this with { Credits = [.. Credits, credit] }
            : throw new ArgumentException(
                $"credit had the id \"{credit.Id}\" of another credit of {Customer}; a unique id is "
                    + "expected.", nameof(credit));
    }

    /// <summary>Returns the customer, the plan and the currency.</summary>
    public override string ToString() => Invariant($"{Customer} on {Plan.Name} in {Currency} since {ContractStart:R}");

    private LocalDate FeeStartFrom(LocalDate on)
    {
        try
        {
            return new ContractCalendar(this).FeeStartFrom(on);
        }
        catch (ArgumentException)
        {
            throw DomainGuards.OutOfRange(
                nameof(on), Invariant($"{on:R}"), "a day whose fee period is within the years 1 to 9999");
        }
    }

    private static BillingCycle RequireWholePeriods(BillingCycle cycle, string name)
    {
        Guard.Against.Null(cycle, name);
        return cycle.FeeInterval is not { } fee || fee.IsMultipleOf(cycle.Interval)
            ? cycle
            : throw DomainGuards.OutOfRange(name, cycle, "a fee for whole billing periods");
    }

    private static ValueList<PricePlanChange> RequireRisingDates(ValueList<PricePlanChange> changes, string name)
    {
        for (int i = 0; i < changes.Count; i++)
        {
            PricePlanChange change = Guard.Against.Null(changes[i], name);
            if (i > 0 && change.On <= changes[i - 1].On)
            {
                throw new ArgumentException(
                    Invariant($"{name} had a change on {change.On:R} after one on {changes[i - 1].On:R}; ascending ")
                        + "dates are expected.",
                    name);
            }
        }

        return changes;
    }
}
