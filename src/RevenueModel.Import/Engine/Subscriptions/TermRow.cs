using NodaTime;
using RevenueModel.Retention;

namespace RevenueModel.Import;

/// <summary>A term that was read, and its place in the file.</summary>
/// <param name="Row">The row as a spreadsheet numbers it.</param>
/// <param name="Start">The first day.</param>
/// <param name="End">The first day without the subscription, or null.</param>
/// <param name="Subscription">The subscription with this term.</param>
internal sealed record TermRow(int Row, LocalDate Start, LocalDate? End, Subscription Subscription);
