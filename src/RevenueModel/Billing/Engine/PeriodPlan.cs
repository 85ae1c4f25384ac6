using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The plans of a billing period: parts by day, sections with equal plan-level terms, and runs of equal
/// charges.</summary>
internal sealed class PeriodPlan
{
    private PeriodPlan(DateSpan span, DateSpan service, PlanPart[] parts)
    {
        Span = span;
        Service = service;
        Parts = parts;
    }

    /// <summary>Gets the whole period.</summary>
    public DateSpan Span { get; }

    /// <summary>Gets the days of the period in the contract.</summary>
    public DateSpan Service { get; }

    /// <summary>Gets the parts, in order.</summary>
    public PlanPart[] Parts { get; }

    /// <summary>Gets the sections, in order.</summary>
    public List<SectionPlan> Sections { get; } = [];

    /// <summary>Gets the meters of all plans, each once.</summary>
    public ValueList<string> Meters { get; private set; }

    /// <summary>Gets the number of runs of charges in all sections.</summary>
    public int RunCount { get; private set; }

    /// <summary>Gets the plan in force at the end.</summary>
    public PricePlan Last => Parts[^1].Plan;

    /// <summary>Determines the plans of a period.</summary>
    /// <param name="account">The account; its plans are validated here.</param>
    /// <param name="span">The whole period.</param>
    /// <param name="parameterName">The parameter of the caller that holds the account.</param>
    public static PeriodPlan Of(BillingAccount account, DateSpan span, string parameterName)
    {
        DateSpan service = new ContractCalendar(account).ServiceOf(span);
        var plan = new PeriodPlan(span, service, PartsOf(account, service));
        foreach (PlanPart part in plan.Parts)
        {
            RequireDayCount(account, part.Plan, parameterName);
            PlanTerms terms = part.Plan.Validated(parameterName);
            plan.Add(terms.Meters);
        }

        for (int i = 0; i < plan.Parts.Length; i++)
        {
            if (i == 0 || !HasSameTerms(plan.Parts[i - 1].Plan, plan.Parts[i].Plan))
            {
                plan.Sections.Add(new SectionPlan(plan.Parts[i].Plan, i));
            }

            plan.Sections[^1].Last = i;
            plan.Sections[^1].Plan = plan.Parts[i].Plan;
            plan.AddRuns(i);
        }

        plan.Measure();
        return plan;
    }

    /// <summary>Returns days as a share of the period, by the day count of a plan.</summary>
    public PeriodShare ShareOf(PricePlan plan, DateSpan days)
    {
        if (days == Span)
        {
            return PeriodShare.All;
        }

        (decimal part, decimal whole) = ProrationCalculator.DaysWithin(Span, days, plan.DayCount);
        return new PeriodShare(part, whole);
    }

    /// <summary>Returns the position of a meter, or a negative number if no plan of the period bills it.</summary>
    public int IndexOf(string meter) => NameLookup.IndexOf(Meters.AsSpan(), meter, static one => one);

    /// <summary>Returns the position of the part that a day belongs to.</summary>
    public int PartOf(LocalDate day) => Array.FindLastIndex(Parts, part => part.Days.Start <= day);

    /// <summary>Returns whether the plan of a part bills a meter.</summary>
    public bool Bills(int part, int meter) =>
        NameLookup.IndexOf(Parts[part].Plan.Terms.Meters.AsSpan(), Meters[meter], static one => one) >= 0;

    /// <summary>Returns whether a meter is billed by the plan of a part that starts before a day.</summary>
    public bool IsInForce(int meter, LocalDate before)
    {
        for (int part = 0; part < Parts.Length && Parts[part].Days.Start < before; part++)
        {
            if (Bills(part, meter))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether the bill of a meter changes with the first day of a part: a section, or a run of one
    /// of its charges, starts or ends there.</summary>
    public bool ChangesAt(int part, int meter)
    {
        foreach (SectionPlan section in Sections)
        {
            if (section.First == part)
            {
                return true;
            }

            foreach (ChargeRun run in section.Runs)
            {
                ReadOnlySpan<string> meters = ChargeTerms.MetersOf(run.Terms.Charge).AsSpan();
                if ((run.First == part || run.Last == part - 1)
                    && NameLookup.IndexOf(meters, Meters[meter], static one => one) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Returns the days of consecutive parts.</summary>
    public DateSpan DaysOf(int first, int last) =>
        DateSpan.Between(Parts[first].Days.Start, Parts[last].Days.End!.Value);

    private static PlanPart[] PartsOf(BillingAccount account, DateSpan service)
    {
        if (account.PlanChanges.IsEmpty)
        {
            return [new PlanPart(account.Plan, service, Change: null)];
        }

        List<PlanPart> parts = [new PlanPart(account.Plan, service, Change: null)];
        foreach (PricePlanChange change in account.PlanChanges)
        {
            PlanPart before = parts[^1];
            if (change.On <= service.Start)
            {
                parts[^1] = before with
                {
                    Plan = change.Plan,
                    Change = change.On == service.Start && change.Plan != before.Plan ? change.Convention : null,
                };
            }
            else if (change.On < service.End && change.Plan != before.Plan)
            {
                parts[^1] = before with { Days = DateSpan.Between(before.Days.Start, change.On) };
                DateSpan days = DateSpan.Between(change.On, service.End!.Value);
                parts.Add(new PlanPart(change.Plan, days, change.Convention));
            }
        }

        return [.. parts];
    }

    private static bool HasSameTerms(PricePlan left, PricePlan right) =>
        left.PercentDiscount == right.PercentDiscount
        && left.DayCount == right.DayCount
        && left.Commitment == right.Commitment
        && left.Protection == right.Protection;

    private static void RequireDayCount(BillingAccount account, PricePlan plan, string parameterName)
    {
        if (plan.DayCount == DayCount.Thirty360 && account.Cycle.Interval.Unit != BillingUnit.Month)
        {
            throw new ArgumentException(
                $"Plan \"{plan.Name}\" of {account.Customer} counts days as {plan.DayCount} with billing periods "
                    + $"of {account.Cycle.Interval}; months are expected, or ActualActual.",
                parameterName);
        }
    }

    private void Add(ValueList<string> meters)
    {
        Meters = Meters.IsEmpty
            ? meters
            : [.. Meters, .. meters.Where(meter => IndexOf(meter) < 0)];
    }

    private void AddRuns(int part)
    {
        SectionPlan section = Sections[^1];
        PlanTerms plan = Parts[part].Plan.Terms;
        foreach (ref readonly ChargeTerms terms in plan.Charges)
        {
            Charge charge = terms.Charge;
            ChargeRun? before = part == 0 ? null : LastRunOf(charge.Name);
            if (part > section.First && before is not null && before.Last == part - 1 && before.Terms.Charge == charge)
            {
                before.Last = part;
                continue;
            }

            bool isSameUnit = before is not null && before.Terms.Charge.Conversion == charge.Conversion;
            section.Runs.Add(new ChargeRun(part == 0 ? terms : terms.At(plan.Meters, Meters), RunCount, part)
            {
                Previous = isSameUnit ? before : null,
                IsContinued = before is not null,
            });
            RunCount++;
        }
    }

    private ChargeRun? LastRunOf(string charge)
    {
        for (int section = Sections.Count - 1; section >= 0; section--)
        {
            if (Sections[section].Runs.FindLast(run => NameLookup.Same(run.Terms.Charge.Name, charge)) is { } run)
            {
                return run;
            }
        }

        return null;
    }

    private void Measure()
    {
        if (Parts.Length == 1 && Service == Span)
        {
            return;
        }

        foreach (SectionPlan section in Sections)
        {
            section.Share = ShareOf(section.Plan, DaysOf(section.First, section.Last));
            foreach (ChargeRun run in section.Runs)
            {
                run.Share = run.First == section.First && run.Last == section.Last
                    ? section.Share
                    : ShareOf(section.Plan, DaysOf(run.First, run.Last));
            }
        }
    }
}
