using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>What the same deals pay under two plans; made by <see cref="CompPlanComparisonCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Differences are second less first.</remarks>
public sealed record CompPlanComparison
{
    internal CompPlanComparison(
        CompPlan first,
        CompPlan second,
        decimal firstTarget,
        decimal secondTarget,
        ComparedPay pay,
        ValueList<DealComparison> deals,
        ValueList<BreakEven> breakEvens)
    {
        First = first;
        Second = second;
        FirstTarget = firstTarget;
        SecondTarget = secondTarget;
        Pay = pay;
        Deals = deals;
        BreakEvens = breakEvens;
        foreach (DealComparison deal in deals)
        {
            Credit += deal.Credit;
            FirstVariable += deal.First;
            SecondVariable += deal.Second;
        }

        FirstPay = FirstVariable + (pay == ComparedPay.WithBaseSalary ? first.BaseSalary : 0m);
        SecondPay = SecondVariable + (pay == ComparedPay.WithBaseSalary ? second.BaseSalary : 0m);
        Difference = SecondPay - FirstPay;
        FirstAttainment = Credit / firstTarget;
        SecondAttainment = Credit / secondTarget;
    }

    /// <summary>The first plan.</summary>
    public CompPlan First { get; }

    /// <summary>The second plan.</summary>
    public CompPlan Second { get; }

    /// <summary>The yearly target of the first plan.</summary>
    public decimal FirstTarget { get; }

    /// <summary>The yearly target of the second plan.</summary>
    public decimal SecondTarget { get; }

    /// <summary>What the plans are compared by.</summary>
    public ComparedPay Pay { get; }

    /// <summary>The deals in order, with what each pays.</summary>
    public ValueList<DealComparison> Deals { get; }

    /// <summary>Where the plan that pays more changes, in ascending order.</summary>
    public ValueList<BreakEven> BreakEvens { get; }

    /// <summary>What is credited for all deals.</summary>
    public decimal Credit { get; }

    /// <summary>What the deals pay under the first plan.</summary>
    public decimal FirstVariable { get; }

    /// <summary>What the deals pay under the second plan.</summary>
    public decimal SecondVariable { get; }

    /// <summary>The pay that is compared, under the first plan.</summary>
    public decimal FirstPay { get; }

    /// <summary>The pay that is compared, under the second plan.</summary>
    public decimal SecondPay { get; }

    /// <summary>What the second plan pays more.</summary>
    public decimal Difference { get; }

    /// <summary>The plan that is better for the person.</summary>
    public Preference Better => Difference switch
    {
        < 0m => Preference.First,
        > 0m => Preference.Second,
        _ => Preference.Neither,
    };

    /// <summary>The attainment of the first target.</summary>
    public decimal FirstAttainment { get; }

    /// <summary>The attainment of the second target.</summary>
    public decimal SecondAttainment { get; }

    /// <summary>The comparison in words.</summary>
    public override string ToString()
    {
        string amount = Invariant($"{Math.Abs(Difference):#,0.00}");
        string better = Better switch
        {
            Preference.First => "the first plan is better for the person by " + amount,
            Preference.Second => "the second plan is better for the person by " + amount,
            _ => "both plans pay the same",
        };
        string breakEvens = BreakEvens.IsEmpty ? "" : "; it changes " + string.Join("; ", BreakEvens);
        return Invariant($"{Plural.Of(Deals.Count, "deal")} of {Credit:#,0.##} {(Deals.Count == 1 ? "pays" : "pay")} {FirstPay:#,0.00} and {SecondPay:#,0.00}: {better}{breakEvens}");
    }
}

/// <summary>What two plans are compared by.</summary>
public enum ComparedPay
{
    /// <summary>The variable pay for the deals. The default, as plans of one role mostly share the base salary.</summary>
    Variable = 0,

    /// <summary>The variable pay for the deals and the base salary of a year, where plans differ in it.</summary>
    WithBaseSalary = 1,
}
