namespace RevenueModel.Primitives;
/// <summary>x</summary>
public static class X { /// <summary>p</summary>
 extension(int v) { /// <summary>p</summary>
 public decimal Percent => v / 100m; } }
