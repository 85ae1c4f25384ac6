namespace RevenueModel.Statistics;

/// <summary>A step of a curve over time.</summary>
internal interface ITimeStep
{
    /// <summary>Gets the time of the step.</summary>
    public decimal Time { get; }
}
