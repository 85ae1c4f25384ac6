using System.Reflection;
using System.Text.Json;
using RevenueModel.Json;

namespace RevenueModel.Tests.Json;

/// <summary>Reads and writes values whose type is known at run time.</summary>
internal static class JsonAssert
{
    public static readonly JsonSerializerOptions Plain = new JsonSerializerOptions().AddRevenueModel();

    private static readonly MethodInfo WriteMethod = typeof(RevenueModelJson).GetMethods()
        .Single(method => method.Name == nameof(RevenueModelJson.Write) && method.ReturnType == typeof(string));

    private static readonly MethodInfo ReadMethod = typeof(RevenueModelJson).GetMethods()
        .Single(method => method.Name == nameof(RevenueModelJson.Read)
            && method.GetParameters()[0].ParameterType == typeof(string));

    private static readonly MethodInfo ReadStreamMethod = typeof(RevenueModelJson).GetMethods()
        .Single(method => method.Name == nameof(RevenueModelJson.Read)
            && method.GetParameters()[0].ParameterType == typeof(Stream));

    public static string Write(Type type, object value, bool indented = false) =>
        (string)Call(WriteMethod.MakeGenericMethod(type), value, indented, null)!;

    public static object Read(Type type, string json) => Call(ReadMethod.MakeGenericMethod(type), json, null)!;

    public static object Read(Type type, byte[] json)
    {
        using var stream = new MemoryStream(json);
        return Call(ReadStreamMethod.MakeGenericMethod(type), stream, null)!;
    }

    /// <summary>Asserts that a value is read back equal, and written again alike to the last digit.</summary>
    public static void RoundTrips(Type type, object value)
    {
        string json = Write(type, value);
        object read = Read(type, json);
        Assert.True(value.Equals(read), $"{type.Name} {value}\nwas read as {read}\nfrom {json}");
        Assert.Equal(json, Write(type, read));
        Assert.Equal(value.ToString(), read.ToString());

        string serialized = JsonSerializer.Serialize(value, type, Plain);
        Assert.True(value.Equals(JsonSerializer.Deserialize(serialized, type, Plain)), serialized);
        Assert.True(value.Equals(Read(type, Write(type, value, indented: true))));
    }

    public static void RoundTrips<T>(T value)
        where T : notnull => RoundTrips(typeof(T), value);

    private static object? Call(MethodInfo method, params object?[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException error)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error.InnerException!);
            throw;
        }
    }
}
