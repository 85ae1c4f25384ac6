
namespace RevenueModel.Primitives;

/// <summary>Adds percentage notation to numbers: <c>22.Percent</c> is the fraction 0.22.</summary>
public static class PercentExtensions
{
    extension(int value)
    {
        /// <summary>Gets the number divided by 100: <c>22.Percent</c> is <c>0.22m</c>.</summary>
        public decimal Percent => Primitives.Percent.Of(value);
    }

    extension(decimal value)
    {
        /// <summary>Gets the number divided by 100: <c>12.5m.Percent</c> is <c>0.125m</c>.</summary>
        public decimal Percent => Primitives.Percent.Of(value);
    }
}
