using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>The pay for the same deals under two plans, computed by
/// <see cref="CompPlanComparisonCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Differences are the second plan minus the first.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
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

        FirstPay = FirstVariable + (pay == ComparedPay.WithBaseSalary ? first.BaseSalary.GetValueOrDefault() : 0m);
        SecondPay = SecondVariable + (pay == ComparedPay.WithBaseSalary ? second.BaseSalary.GetValueOrDefault() : 0m);
        Difference = SecondPay - FirstPay;
        FirstAttainment = Credit / firstTarget;
        SecondAttainment = Credit / secondTarget;
    }

    /// <summary>Gets the first plan.</summary>
    public CompPlan First { get; }

    /// <summary>Gets the second plan.</summary>
    public CompPlan Second { get; }

    /// <summary>Gets the yearly target of the compared component of the first plan, in the unit of the
    /// measure.</summary>
    public decimal FirstTarget { get; }

    /// <summary>Gets the yearly target of the compared component of the second plan, in the unit of the
    /// measure.</summary>
    public decimal SecondTarget { get; }

    /// <summary>Gets the pay by which the plans are compared.</summary>
    public ComparedPay Pay { get; }

    /// <summary>Gets the deals in order, with the pay for each.</summary>
    public ValueList<DealComparison> Deals { get; }

    /// <summary>Gets the credits at which the plan that pays more changes, in ascending order.</summary>
    public ValueList<BreakEven> BreakEvens { get; }

    /// <summary>Gets the total credit of the deals.</summary>
    public decimal Credit { get; }

    /// <summary>Gets the variable pay for the deals under the first plan.</summary>
    public decimal FirstVariable { get; }

    /// <summary>Gets the variable pay for the deals under the second plan.</summary>
    public decimal SecondVariable { get; }

    /// <summary>Gets the compared pay under the first plan: variable pay, with base salary if it is
    /// included.</summary>
    public decimal FirstPay { get; }

    /// <summary>Gets the compared pay under the second plan: variable pay, with base salary if it is
    /// included.</summary>
    public decimal SecondPay { get; }

    /// <summary>Gets the additional pay under the second plan; negative if the first plan pays more.</summary>
    public decimal Difference { get; }

    /// <summary>Gets the plan that is better for the person.</summary>
    public Preference Better => Difference switch
    {
        < 0m => Preference.First,
        > 0m => Preference.Second,
        _ => Preference.Neither,
    };

    /// <summary>Gets the attainment under the first plan, <c>credit / first target</c>.</summary>
    public decimal FirstAttainment { get; }

    /// <summary>Gets the attainment under the second plan, <c>credit / second target</c>.</summary>
    public decimal SecondAttainment { get; }

    /// <summary>Returns a readable description.</summary>
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
        return Invariant($"{Plural.Of(Deals.Count, "deal")} of {Credit:#,0.##} {(Deals.Count == 1 ? "pays" : "pay")} ")
            + Invariant($"{FirstPay:#,0.00} and {SecondPay:#,0.00}: {better}{breakEvens}");
    }
}

/// <summary>The pay by which two plans are compared.</summary>
public enum ComparedPay
{
    /// <summary>The variable pay for the deals. The default, because plans for one role usually have the same base
    /// salary.</summary>
    Variable = 0,

    /// <summary>The variable pay for the deals plus the base salary of a year. Use it if the base salaries
    /// differ.</summary>
    WithBaseSalary = 1,
}
