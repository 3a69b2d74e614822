/// FunctionRef: a function passed down a call without being copied or allocated.
#ifndef LOTSE_BASE_FUNCTION_REF_HPP
#define LOTSE_BASE_FUNCTION_REF_HPP

#include <memory>
#include <type_traits>
#include <utility>

namespace lotse {

template <class Signature>
class FunctionRef;

/// Refers to a callable that outlives it. For parameters of functions that are compiled once
/// instead of once for every lambda.
template <class Result, class... Arguments>
class FunctionRef<Result(Arguments...)> {
public:
    /// `callable` is not copied and must outlive this.
    template <class Callable>
    requires(!std::is_same_v<std::remove_cvref_t<Callable>, FunctionRef> &&
             std::is_invocable_r_v<Result, Callable&, Arguments...>)
        FunctionRef(Callable&& callable)
    noexcept
        : target_{const_cast<void*>(static_cast<const void*>(std::addressof(callable)))},
          call_{[](void* target, Arguments... arguments) -> Result {
              return (*static_cast<std::remove_reference_t<Callable>*>(target))(
                  std::forward<Arguments>(arguments)...);
          }} {}

    /// Calls it. O(1) besides the callable itself.
    Result operator()(Arguments... arguments) const {
        return call_(target_, std::forward<Arguments>(arguments)...);
    }

private:
    void* target_;
    Result (*call_)(void*, Arguments...);
};

}  // namespace lotse

#endif
