namespace RevenueModel.Pipeline;
/// <summary>Placeholder.</summary>
public static class StageConversionCalculator { }
