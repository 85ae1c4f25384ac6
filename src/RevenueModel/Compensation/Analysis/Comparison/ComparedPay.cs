
namespace RevenueModel.Compensation.Analysis;

/// <summary>What two plans are compared by.</summary>
public enum ComparedPay
{
    /// <summary>The variable pay for the deals. The default, as plans of one role mostly share the base salary.</summary>
    Variable = 0,

    /// <summary>The variable pay for the deals and the base salary of a year, where plans differ in it.</summary>
    WithBaseSalary = 1,
}
