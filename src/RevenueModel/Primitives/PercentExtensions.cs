
namespace RevenueModel.Primitives;

/// <summary>Percentages as people write them: <c>22.Percent</c> is the fraction 0.22.</summary>
public static class PercentExtensions
{
    extension(int value)
    {
        /// <summary>The number as a fraction: <c>22.Percent</c> is <c>0.22m</c>.</summary>
        public decimal Percent => Primitives.Percent.Of(value);
    }

    extension(decimal value)
    {
        /// <summary>The number as a fraction: <c>12.5m.Percent</c> is <c>0.125m</c>.</summary>
        public decimal Percent => Primitives.Percent.Of(value);
    }
}
