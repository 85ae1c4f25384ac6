using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The plans of a billing period: parts by day, sections with equal plan-level terms, and runs of equal
/// charges.</summary>
internal sealed class PeriodPlan
{
    private readonly List<string> _meters = [];

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
    public IReadOnlyList<string> Meters => _meters;

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
            plan.Add(part.Plan.Validated(parameterName).Meters);
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

    /// <summary>Returns the share of the period that some days are, as the day count of a plan counts them.</summary>
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
    public int IndexOf(string meter)
    {
        for (int i = 0; i < _meters.Count; i++)
        {
            if (NameLookup.Same(_meters[i], meter))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Returns the days of neighboring parts.</summary>
    public DateSpan DaysOf(int first, int last) => DateSpan.Between(Parts[first].Days.Start, Parts[last].Days.End!.Value);

    private static PlanPart[] PartsOf(BillingAccount account, DateSpan service)
    {
        List<PlanPart> parts = [new PlanPart(account.Plan, service, Change: null)];
        foreach (PricePlanChange change in account.PlanChanges)
        {
            PlanPart before = parts[^1];
            if (change.On <= service.Start)
            {
                parts[^1] = before with
                {
                    Plan = change.Plan,
                    Change = change.On == service.Start ? change.Convention : null,
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
                $"Plan \"{plan.Name}\" of {account.Customer} counts days as {plan.DayCount} with billing periods of {account.Cycle.Interval}; months are expected, or ActualActual.",
                parameterName);
        }
    }

    private void Add(ValueList<string> meters)
    {
        foreach (string meter in meters)
        {
            if (IndexOf(meter) < 0)
            {
                _meters.Add(meter);
            }
        }
    }

    private void AddRuns(int part)
    {
        SectionPlan section = Sections[^1];
        foreach (Charge charge in Parts[part].Plan.Charges)
        {
            ChargeRun? before = LastRunOf(charge.Name);
            if (part > section.First && before is not null && before.Last == part - 1 && before.Terms.Charge == charge)
            {
                before.Last = part;
                continue;
            }

            int[] meters = [.. ChargeTerms.MetersOf(charge).Select(IndexOf)];
            bool isSameUnit = before is not null && before.Terms.Charge.Conversion == charge.Conversion;
            section.Runs.Add(new ChargeRun(new ChargeTerms(charge, meters), part)
            {
                Previous = isSameUnit ? before : null,
                IsContinued = before is not null,
            });
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
